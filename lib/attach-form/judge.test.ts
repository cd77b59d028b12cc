import { expect, test } from 'vitest'

import { judgeAttachForm } from '@/lib/attach-form/judge'
import { planOf } from '@/lib/attach-form/plan'
import { preflightOf } from '@/lib/attach-form/preflight'
import { advancedSummary, basicSummary } from '@/lib/attach-form/summary'
import { cleanForm } from '@/lib/attach-form/test/clean-form'
import { type Counted, keepingLines, newlyCounted } from '@/lib/connection-form/kept-lines'
import { bgpSummary, encryptionSummary, healthCheckSummary } from '@/lib/connection-form/summary'
import { KNOWN } from '@/lib/connection-form/test/known'

test('a closed section shows its values', () => {
  const values = cleanForm()
  const { connection } = values
  expect(basicSummary(values, KNOWN)).toEqual(['munich', { key: 'destination' }])
  expect(encryptionSummary(connection)).toEqual([
    ['ikev2', 'aes256', 'sha256', 'group14', { seconds: 86_400 }],
    [
      'aes256',
      'sha256',
      { key: 'pfs', values: { group: 'group14' } },
      { seconds: 86_400 },
      { key: 'dpd' },
      { key: 'natTraversal' },
    ],
  ])
  expect(bgpSummary(connection)).toEqual([{ key: 'off' }])
  expect(healthCheckSummary(connection)).toEqual([{ key: 'off' }])
  expect(advancedSummary(values.advanced)).toHaveLength(3)
  connection.enableBgp = true
  expect(bgpSummary(connection)).toEqual(['169.254.30.0/30', 'AS 65000'])
})

const stepsOf = (values: ReturnType<typeof cleanForm>) =>
  planOf(values, KNOWN).map(({ step, skipped }) => (skipped ? `no ${step}` : step))

test('the plan follows the form', () => {
  const values = cleanForm()
  expect(stepsOf(values)).toEqual(['create', 'attach', 'associate', 'propagate'])
  values.resource = { kind: 'select', vpnId: 'vco-free' }
  expect(planOf(values, KNOWN)[0]?.title).toMatchObject({ key: 'attachSelected' })
  values.resource.vpnId = ''
  // Until one is chosen there is none to name.
  expect(planOf(values, KNOWN)[0]?.title).toMatchObject({ key: 'attach' })
  values.advanced.associateDefaultTable = false
  expect(stepsOf(values)).toEqual(['attach', 'no associate', 'propagate'])
})

test('the list before OK tells of the router, then counts problems by section', () => {
  const found = [
    { path: 'connection.tunnels.0.bgp.localAsn', severity: 'error' },
    { path: 'connection.tunnels.0.bgp.localAsn', severity: 'error' },
    { path: 'connection.tunnels.0.ike.ikePfs', severity: 'warning', rule: 'crypto.weak' },
    { path: 'transitRouterId', severity: 'warning', rule: 'router.quota' },
  ] as const
  const empty = { ...KNOWN, router: { ...KNOWN.router, vpnAttachments: 0 } }
  expect(preflightOf(cleanForm(), empty, found)).toEqual([
    { status: 'ok', key: 'quota', values: { count: 0, quota: 50 } },
    { status: 'ok', key: 'cidr', values: { block: '10.200.0.0/24' } },
    { status: 'warning', key: 'firstPolicy' },
    {
      status: 'error',
      key: 'problems',
      values: { count: 1 },
      section: 'bgp',
      path: 'connection.tunnels.0.bgp.localAsn',
    },
    {
      status: 'warning',
      key: 'advice',
      values: { count: 1 },
      section: 'encryption',
      path: 'connection.tunnels.0.ike.ikePfs',
    },
  ])
})

const linesOf = (form: ReturnType<typeof cleanForm>, counted: readonly Counted[]) =>
  keepingLines(judgeAttachForm(form, KNOWN), counted).map(({ key, section }) => ({ key, section }))

test('what was weak keeps its line before OK when it is mended, and loses it with its section', () => {
  const form = cleanForm()
  for (const { ike } of form.connection.tunnels) ike.ikePfs = 'group2'
  const counted = newlyCounted(judgeAttachForm(form, KNOWN), [])
  expect(counted).toMatchObject([{ key: 'advice', section: 'encryption' }])
  expect(newlyCounted(judgeAttachForm(form, KNOWN), counted)).toEqual([])

  for (const { ike } of form.connection.tunnels) ike.ikePfs = 'group14'
  const gone = { key: 'adviceGone', section: 'encryption' }
  expect(linesOf(form, counted)).toContainEqual(gone)

  form.resource = { kind: 'select', vpnId: 'vco-free' }
  expect(linesOf(form, counted)).not.toContainEqual(gone)
})
