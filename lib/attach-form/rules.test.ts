import { expect, test } from 'vitest'

import { ROUTER_CASES } from '@/lib/attach-form/router-rule-cases'
import { bgp, type Case, key } from '@/lib/attach-form/rule-case'
import { cleanForm, FACTS } from '@/lib/attach-form/rule-world'
import {
  attachmentRules,
  checkAttachForm,
  checkConnection,
  connectionRules,
} from '@/lib/attach-form/rules'
import { attachFormSchema } from '@/lib/attach-form/schema'
import { TUNNEL_CASES } from '@/lib/attach-form/tunnel-rule-cases'
import type { Finding } from '@/lib/connection-form/rules/rule'
import { unpackMessage } from '@/lib/i18n/message'

const CASES = [...ROUTER_CASES, ...TUNNEL_CASES]

function changed({ change, facts }: Pick<Case, 'change' | 'facts'>) {
  const values = cleanForm()
  change(values, values.connection, values.connection.tunnels[0])
  const all = { ...FACTS, ...facts }
  return { values, facts: all, found: checkAttachForm(values, all) }
}

test('a clean form is right and no rule speaks', () => {
  expect(attachFormSchema.safeParse(cleanForm()).error).toBeUndefined()
  expect(checkAttachForm(cleanForm(), FACTS)).toEqual([])
})

test.each(CASES)('$rule speaks at $at', (one) => {
  const finding = changed(one).found.find(({ rule, path }) => rule === one.rule && path === one.at)
  expect(finding && unpackMessage(finding.message).values).toMatchObject(one.says ?? {})
})

test('each rule of the table is tried here, has its own id and names its source', () => {
  const table = [...connectionRules, ...attachmentRules]
  expect(new Set(table.map(({ id }) => id)).size).toBe(table.length)
  expect(table.map(({ id }) => id).toSorted()).toEqual(
    [...new Set(CASES.map(({ rule }) => rule))].toSorted(),
  )
  for (const { source } of table) expect(source.length).toBeGreaterThan(10)
})

test('the fix of a finding ends it', () => {
  const fixed = CASES.flatMap((one) => {
    const { values, facts, found } = changed(one)
    const finding = found.find(({ rule, path }) => rule === one.rule && path === one.at)
    if (!finding?.fix) return []
    for (const [path, value] of Object.entries(finding.fix.set)) put(values, path, value)
    const still = checkAttachForm(values, facts).filter(({ rule }) => rule === one.rule)
    return [{ rule: one.rule, still }]
  })
  expect(fixed.length).toBeGreaterThan(10)
  expect(fixed.filter(({ still }) => still.length > 0)).toEqual([])
})

test('without facts no rule that needs them speaks', () => {
  for (const one of CASES.filter(({ facts }) => facts !== undefined))
    expect(rulesOf(checkAttachForm(changed(one).values, {}))).not.toContain(one.rule)
})

test('BGP and health check say nothing while they are off', () => {
  const values = cleanForm()
  values.connection.tunnels[0].bgp = {
    tunnelCidr: '169.254.11.0/30',
    localBgpIp: 'x',
    localAsn: '65010',
  }
  Object.assign(values.connection.healthCheck, { dip: '224.0.0.1', sip: '224.0.0.1' })
  expect(checkAttachForm(values, FACTS)).toEqual([])
})

test('the default ASN is not called public, though it is', () => {
  const values = cleanForm()
  bgp({ localAsn: '45104' })(values, values.connection)
  expect(checkAttachForm(values, FACTS)).toEqual([])
})

test('a connection that is not attached is judged by the same rules, on the same paths', () => {
  const { values, facts, found } = changed({ change: key('Hk3sA8dK') })
  expect(found).toEqual(checkConnection(values.connection, facts))
  values.resource = { kind: 'select', vpnId: 'vco-free' }
  expect(checkAttachForm(values, facts)).toEqual([])
})

test('no message quotes a pre-shared key', () => {
  for (const psk of ['changeme', 'Zz9?Zz9', '0xZz9Zz9Zz9']) {
    const { found } = changed({ change: key(psk) })
    expect(found.length).toBeGreaterThan(0)
    expect(JSON.stringify(found)).not.toContain(psk)
  }
})

const rulesOf = (found: Finding[]) => found.map(({ rule }) => rule)

/** Sets a value by its form path. */
function put(target: object, path: string, value: string | boolean) {
  const steps = path.split('.')
  const last = steps.pop() ?? ''
  let at = target as Record<string, never>
  for (const step of steps) at = at[step] ?? {}
  Object.assign(at, { [last]: value })
}
