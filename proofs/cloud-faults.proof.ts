import { randomUUID } from 'node:crypto'

import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'

import { attachPlan, deletePlan, type Plan, replacePlan } from '@/lib/attachments/test/plans'
import {
  connectionNamed,
  editPlan,
  otherAlgorithms,
  renegotiatePlan,
} from '@/lib/connection-edit/test/plans'
import { replacementPlan } from '@/lib/gateway-replacement/test/plans'
import { definitionOf } from '@/lib/operations/definition'
import { type FaultRow, READS, readFaults, writeFaults } from '@/proofs/cloud-faults'
import { play, type Played } from '@/proofs/play'
import '@/lib/operations/kinds'

const emulator = await vi.hoisted(async () => {
  const { pointAt, startEmulator } = await import('@/lib/db/test/rig')
  return pointAt(await startEmulator(1))
})

beforeEach(() => emulator.reset())
afterAll(() => emulator.stop())

const dual = () => connectionNamed('eu-west-1', 'cambridge-dc')
const plans = {
  attachPlan,
  replacePlan,
  deletePlan,
  editPlan: async (): Promise<Plan> =>
    editPlan(await connectionNamed('eu-central-1', 'munich-hq'), otherAlgorithms),
  editInTurnPlan: async (): Promise<Plan> => editPlan(await dual(), otherAlgorithms, true),
  replaceGatewayPlan: async (): Promise<Plan> =>
    replacementPlan(
      { regionId: 'eu-central-1', name: 'munich-fw1' },
      { ipAddress: '198.51.100.77' },
    ),
  renegotiatePlan: async (): Promise<Plan> => renegotiatePlan(await dual()),
}
type PlanName = keyof typeof plans

const WRITES: [string, PlanName][] = [
  ['CreateVpnAttachment', 'attachPlan'],
  ['CreateTransitRouterVpnAttachment', 'attachPlan'],
  ['AssociateTransitRouterAttachmentWithRouteTable', 'attachPlan'],
  ['EnableTransitRouterRouteTablePropagation', 'attachPlan'],
  ['ReplaceTransitRouterRouteTableAssociation', 'replacePlan'],
  ['DeleteTransitRouterRouteEntry', 'deletePlan'],
  ['DisableTransitRouterRouteTablePropagation', 'deletePlan'],
  ['DissociateTransitRouterAttachmentFromRouteTable', 'deletePlan'],
  ['DeleteTransitRouterVpnAttachment', 'deletePlan'],
  ['DeleteVpnAttachment', 'deletePlan'],
  ['ModifyVpnAttachmentAttribute', 'editPlan'],
  ['ModifyTunnelAttribute', 'editInTurnPlan'],
  ['ModifyVpnAttachmentAttribute', 'renegotiatePlan'],
  ['CreateCustomerGateway', 'replaceGatewayPlan'],
  ['ModifyVpnAttachmentAttribute', 'replaceGatewayPlan'],
  ['DeleteCustomerGateway', 'replaceGatewayPlan'],
]

describe.each(WRITES)('%s of %s', (write, planName) => {
  test.each(writeFaults)('$title', async (row) => {
    const plan = await settled(planName)
    if (row.asks === 'refused' && isFirst(plan, write)) return expectRefusal(plan, write, row)
    const played = await playWith(plan, write, row)
    expect(played.state).toBe('done')
    await expectOneEffectEach(plan, played)
    const reasons = played.questions.map(({ reason }) => reason)
    const mayAsk = row.mend ? reasons[0] : undefined
    expect(reasons[0]).toBe(row.asks ?? mayAsk)
    const calls = (await emulator.calls()).filter(({ action }) => action === write)
    const steps = stepsOf(plan).filter(({ send }) => send?.action.endsWith(`:${write}`)).length
    expect(calls.length).toBeLessThanOrEqual((row.sends ?? 20) + steps - 1 + lateOnes(row))
    expect(played.elapsedMs).toBeGreaterThanOrEqual((row.lasts ?? 0) * 1000)
  })
})

describe.each(['attachPlan', 'deletePlan', 'editInTurnPlan', 'replaceGatewayPlan'] as const)(
  'reads of %s',
  (planName) => {
    test.each(readFaults)('$title', async ({ fault }) => {
      const plan = await settled(planName)
      for (const action of READS) await emulator.fault({ ...fault, actions: [action], count: 2 })
      const played = await play(emulator, plan.kind, plan.given)
      expect(played.state).toBe('done')
      await expectOneEffectEach(plan, played)
    })
  },
)

/** A plan in a world where nothing changes any more. */
async function settled(planName: PlanName): Promise<Plan> {
  const plan = await plans[planName]()
  await emulator.advance(10_000)
  return plan
}

/** Sets the faults when the write is about to leave; whoever is asked mends them and continues. */
async function playWith({ kind, given }: Plan, write: string, row: FaultRow): Promise<Played> {
  let isSet = false
  return play(emulator, kind, given, {
    intended: async (action) => {
      if (action !== write || isSet) return
      isSet = true
      for (const fault of row.faults(write)) await emulator.fault(fault)
    },
    decide: async (_question, asked) => {
      if (asked > 3) return 'keep'
      await emulator.mend()
      return 'continue'
    },
  })
}

const isFirst = (plan: Plan, write: string) =>
  stepsOf(plan)
    .find(({ send }) => send)
    ?.send?.action.endsWith(`:${write}`)

/** Nothing was done and nobody is asked; when the cause is mended, the same form is sent again. */
async function expectRefusal(plan: Plan, write: string, row: FaultRow): Promise<void> {
  const refused = await playWith(plan, write, row)
  expect(refused.state).toBe('refused')
  expect(refused.questions).toEqual([])
  const sends = (await emulator.calls()).filter(({ action }) => action === write)
  expect(sends.map(({ effect }) => effect)).toEqual([false])
  await emulator.mend()
  const again = { ...plan, given: { ...plan.given, operationId: randomUUID() } }
  const played = await play(emulator, again.kind, again.given)
  expect(played.state).toBe('done')
  await expectOneEffectEach(again, played)
}

const stepsOf = ({ kind, given }: Plan) => definitionOf(kind).steps(given.input)

/** A call that arrives late is seen twice: as it broke, and as it arrived. */
const lateOnes = (row: FaultRow) => (JSON.stringify(row.faults('')).includes('"late"') ? 1 : 0)

/** The invariants: one token per step, one effect per token, an older intent for each send. */
async function expectOneEffectEach(plan: Plan, played: Played): Promise<void> {
  const writes = stepsOf(plan).flatMap(({ send }) =>
    send ? [send.action.replace(/^.*:/, '')] : [],
  )
  const tokens = new Set([...played.records.values()].map(({ token }) => token))
  const calls = (await emulator.calls()).filter(
    ({ action, clientToken }) => writes.includes(action) && tokens.has(clientToken),
  )
  const effects = calls.filter(({ effect }) => effect)
  expect(effects.map(({ action }) => action).toSorted()).toEqual(writes.toSorted())
  expect(new Set(effects.map(({ clientToken }) => clientToken)).size).toBe(writes.length)
  const stray = (await emulator.calls()).filter(
    ({ action, clientToken, effect }) =>
      effect && writes.includes(action) && !tokens.has(clientToken),
  )
  expect(stray).toEqual([])
}
