import { randomUUID } from 'node:crypto'

import { afterAll, beforeEach, expect, test, vi } from 'vitest'

import { attachPlan, deletePlan, replacePlan } from '@/lib/attachments/test/plans'
import { deleteIpsecConnection } from '@/lib/ipsec-connections/cloud'
import { play } from '@/proofs/play'
import '@/lib/attachments/operation'
import '@/lib/route-tables/operation'

const emulator = await vi.hoisted(async () => {
  const { pointAt, startEmulator } = await import('@/lib/db/test/rig')
  return pointAt(await startEmulator(1))
})

const ACCESS = { profile: 'main' }
const ATTACH = 'CreateTransitRouterVpnAttachment'

beforeEach(() => emulator.reset())
afterAll(() => emulator.stop())

const writes = async (from = 0) =>
  (await emulator.calls())
    .slice(from)
    .filter(({ action }) => !/^(Describe|List)/.test(action))
    .map(({ action }) => action)

test('tells when an association is slow, and asks nobody', async () => {
  const plan = await attachPlan()
  const action = 'AssociateTransitRouterAttachmentWithRouteTable'
  await emulator.fault({ fault: 'slow', actions: [action], factor: 480 })
  let wasSlow = false
  const played = await play(emulator, plan.kind, plan.given, {
    interrupt: (record) => void (wasSlow ||= record?.slow === true),
  })
  expect(played.state).toBe('done')
  expect(played.questions).toEqual([])
  expect(wasSlow).toBe(true)
})

test('asks when an attachment takes 45 minutes, deletes nothing, and goes on when told to', async () => {
  const plan = await attachPlan()
  await emulator.fault({ fault: 'slow', actions: [ATTACH], factor: 540 })
  const played = await play(emulator, plan.kind, plan.given, { decide: () => 'continue' })
  expect(played.questions).toEqual([{ reason: 'too-slow', step: 'wait-attached' }])
  expect(played.state).toBe('done')
  expect((await writes()).filter((action) => action.startsWith('Delete'))).toEqual([])
})

test.each([
  ['Attaching', 'too-slow'],
  ['Confused', 'too-slow'],
  ['AttachFailed', 'broken'],
])('stands still in the status %s, shown as it is', async (status, reason) => {
  const plan = await attachPlan()
  await emulator.fault({ fault: 'stuck', actions: [ATTACH], status })
  const played = await play(emulator, plan.kind, plan.given)
  const reasons = played.questions.map((question) => question.reason)
  const records = [...played.records.values()]
  expect(played.state).toBe('kept')
  expect(reasons).toEqual([reason])
  expect(records.some(({ observed }) => observed === status)).toBe(true)
  expect((await writes()).at(-1)).toBe(ATTACH)
})

test('sends no step after a cancel, and takes back what exists in reverse order', async () => {
  const plan = await attachPlan()
  const played = await play(emulator, plan.kind, plan.given, {
    interrupt: (_record, step) => (step === 'wait-attached' ? 'roll-back' : undefined),
  })
  expect(played.state).toBe('rolled-back')
  const [create, attach, ...after] = await writes()
  expect([create, attach]).toEqual(['CreateVpnAttachment', ATTACH])
  expect(after.filter((action) => !action.startsWith('Delete'))).toEqual([])
  expect(after.at(-1)).toBe('DeleteVpnAttachment')
})

test('finds and takes back an attachment whose call arrived after the cancel', async () => {
  const plan = await attachPlan()
  await emulator.fault({ fault: 'late', actions: [ATTACH], after: 30, count: 1 })
  let isCancelled = false
  const played = await play(emulator, plan.kind, plan.given, {
    interrupt: (_record, step) => {
      if (step !== 'attach' || isCancelled) return undefined
      isCancelled = true
      return 'roll-back'
    },
  })
  expect(played.state).toBe('rolled-back')
  const effects = (await emulator.calls()).filter(({ effect }) => effect)
  expect(effects.map(({ action }) => action)).toEqual([
    'CreateVpnAttachment',
    ATTACH,
    'DeleteTransitRouterVpnAttachment',
    'DeleteVpnAttachment',
  ])
})

test('is cancelled, not rolled back, when nothing came to exist', async () => {
  const plan = await attachPlan()
  await emulator.fault({ fault: 'blocking', actions: ['CreateVpnAttachment'] })
  const played = await play(emulator, plan.kind, plan.given, { interrupt: () => 'roll-back' })
  expect(played.state).toBe('cancelled')
})

test('takes a connection that is gone already as deleted, after reading', async () => {
  const plan = await deletePlan()
  await emulator.advance(10_000)
  const { attachment, vpnConnectionId } = plan.given.input as {
    attachment: { regionId: string }
    vpnConnectionId: string
  }
  const played = await play(emulator, plan.kind, plan.given, {
    intended: async (action) => {
      if (action !== 'DeleteVpnAttachment') return
      const connection = { regionId: attachment.regionId, vpnConnectionId }
      await deleteIpsecConnection(ACCESS, connection, { clientToken: randomUUID() })
    },
  })
  expect(played.state).toBe('done')
  expect(played.records.get('do:delete-connection')).toMatchObject({ adopted: true })
})

test('of two operators who attach the same connection one wins and the other is refused', async () => {
  const first = await attachPlan()
  const done = await play(emulator, first.kind, first.given)
  const vpnId = done.records.get('do:create-connection')!.resourceId!
  const input = first.given.input as { form: object }
  const form = { ...input.form, resource: { kind: 'select', vpnId } }
  const given = { operationId: randomUUID(), input: { ...input, form } }
  const before = (await emulator.calls()).length
  const second = await play(emulator, 'attach', given)
  expect((await emulator.calls()).slice(before).filter(({ effect }) => effect)).toEqual([])
  expect(second.state).toBe('refused')
})

test('sends nothing when the table was changed between review and run', async () => {
  const first = await replacePlan()
  const second = await replacePlan()
  await play(emulator, first.kind, first.given)
  const before = (await emulator.calls()).length
  const played = await play(emulator, second.kind, second.given)
  const { fromTableId, toTableId } = second.given.input as Record<string, string>
  expect(played.questions).toEqual([
    {
      reason: 'changed',
      step: 'replace-association',
      changes: [{ what: 'association', from: fromTableId, to: toTableId }],
    },
  ])
  expect(await writes(before)).toEqual([])
})

test('a roll back finds the attachment that came after it was believed absent, and ends', async () => {
  const plan = await attachPlan()
  const late = { fault: 'late', after: 60, count: 1 }
  await emulator.fault({ ...late, actions: [ATTACH] })
  await emulator.fault({ ...late, actions: ['DeleteVpnAttachment'] })
  const played = await play(emulator, plan.kind, plan.given, {
    interrupt: (record, step) =>
      step === 'attach' && record?.state === 'checking' ? 'roll-back' : undefined,
    decide: () => 'continue',
  })
  expect(played.questions).toEqual([{ reason: 'too-slow', step: 'delete-connection' }])
  expect(played.state).toBe('rolled-back')
  expect(played.records.get('undo:attach')?.phase).toBe('done')
  expect(played.records.get('undo:create-connection')?.phase).toBe('done')
})
