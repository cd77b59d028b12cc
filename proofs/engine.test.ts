import { randomUUID } from 'node:crypto'

import { sql } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'

import { listDependents, startDeleteAttachment } from '@/lib/attachments/delete-operation'
import { startAttach } from '@/lib/attachments/operation'
import { ACCESS, sampleAttach } from '@/lib/attachments/test/sample'
import { db } from '@/lib/db/pool'
import { message } from '@/lib/i18n/message'
import { refusalOf } from '@/lib/operations/outcome'
import { isFinal } from '@/lib/operations/schema'
import { decide } from '@/lib/operations/start'
import { effectsOn, stopEngine, until } from '@/lib/operations/test/engine'
import { viewOperation } from '@/lib/operations/view'

const rig = await vi.hoisted(async () => {
  const { startBoth } = await import('@/lib/db/test/rig')
  return startBoth(0)
})
const { emulator } = rig

beforeEach(() => emulator.reset())
afterAll(() => stopEngine(rig))

const begin = async (operationId = randomUUID(), name = 'Munich') =>
  startAttach(ACCESS, { operationId, ...(await sampleAttach(name)) })

/** Looks until the operation is final or asks. */
const standstill = (operationId: string) =>
  until(operationId, ({ state, question }) => isFinal(state) || question !== undefined)

const effects = () => effectsOn(emulator)

test('creates, attaches, associates and advertises in order, each once', async () => {
  const operation = await standstill(await begin())
  expect(operation.state).toBe('done')
  expect(await effects()).toEqual([
    'CreateVpnAttachment',
    'CreateTransitRouterVpnAttachment',
    'AssociateTransitRouterAttachmentWithRouteTable',
    'EnableTransitRouterRouteTablePropagation',
  ])
  expect(operation.place.transitRouterAttachmentId).toMatch(/^tr-attach-/)
  expect(operation.steps.map(({ state }) => state)).toEqual(Array(5).fill('done'))
  const seen = (await emulator.calls()).map(({ requestId }) => requestId)
  for (const { requestIds } of operation.steps)
    expect(seen).toEqual(expect.arrayContaining(requestIds))
})

test('begins once however often the same form is sent', async () => {
  const operationId = randomUUID()
  await Promise.all(Array.from({ length: 20 }, () => begin(operationId)))
  await standstill(operationId)
  await begin(operationId)
  expect(await effects()).toHaveLength(4)
})

test('asks after a refusal, and a roll back takes away what exists', async () => {
  await emulator.fault({ fault: 'denied', actions: ['CreateTransitRouterVpnAttachment'] })
  const operationId = await begin()
  const asking = await standstill(operationId)
  expect(asking.question).toEqual({ reason: 'refused', step: 'attach' })
  expect(asking.steps[1]?.error?.permission).toBe('cen:CreateTransitRouterVpnAttachment')
  expect(await decide(ACCESS, operationId, 'roll-back')).toBe(true)
  await until(operationId, ({ state }) => isFinal(state))
  const operation = await viewOperation(ACCESS, operationId)
  expect(operation.state).toBe('rolled-back')
  expect(await effects()).toEqual(['CreateVpnAttachment', 'DeleteVpnAttachment'])
})

test('ends by itself when the cloud refuses the first call: nothing exists, nothing is to decide', async () => {
  await emulator.fault({ fault: 'quota', actions: ['CreateVpnAttachment'] })
  const operation = await standstill(await begin())
  expect(operation).toMatchObject({ state: 'refused', decisions: [] })
  expect(operation.question).toBeUndefined()
  expect(refusalOf(operation.steps)).toMatchObject({ code: operation.steps[0]?.error?.code })
  expect(await effects()).toEqual([])
})

test('a roll back pressed while it ran counts although it asks by now', async () => {
  await emulator.fault({ fault: 'denied', actions: ['CreateTransitRouterVpnAttachment'] })
  const operationId = await begin()
  // The page drew the decisions of the running state; the operation stands still when one is pressed.
  const { decisions } = await until(operationId, ({ state }) => state === 'running')
  await standstill(operationId)
  for (const decision of decisions.filter((one) => one !== 'keep'))
    expect(await decide(ACCESS, operationId, decision)).toBe(true)
  await until(operationId, ({ state }) => state === 'rolled-back')
  expect(await effects()).toEqual(['CreateVpnAttachment', 'DeleteVpnAttachment'])
})

test('of two decisions on one question the first holds, and the other is told so', async () => {
  await emulator.fault({ fault: 'denied', actions: ['CreateTransitRouterVpnAttachment'] })
  const operationId = await begin()
  await standstill(operationId)
  const taken = await Promise.all([
    decide(ACCESS, operationId, 'roll-back'),
    decide(ACCESS, operationId, 'keep'),
    decide(ACCESS, operationId, 'continue'),
  ])
  expect(taken.filter(Boolean)).toHaveLength(1)
  const end = await until(
    operationId,
    ({ state, decisions }) => isFinal(state) || decisions.length > 2,
  )
  const [winner] = (['roll-back', 'keep', 'continue'] as const).filter((_, index) => taken[index])
  expect(end.state).toBe(
    { 'roll-back': 'rolled-back', keep: 'kept', continue: 'needs-decision' }[winner!],
  )
})

test.each([
  { decision: 'keep', state: 'kept', deletions: 0 },
  { decision: 'roll-back', state: 'rolled-back', deletions: 2 },
] as const)(
  '$decision pressed while a call is under way holds, although no wait comes after it',
  async ({ decision, state, deletions }) => {
    await emulator.fault({
      fault: 'delay',
      ms: 1000,
      actions: ['CreateTransitRouterVpnAttachment'],
    })
    const operationId = await begin()
    await until(operationId, ({ steps }) => steps[1]?.state === 'sending')
    expect(await decide(ACCESS, operationId, decision)).toBe(true)
    await until(operationId, (operation) => operation.state === state)
    expect((await effects()).slice(2)).toHaveLength(deletions)
  },
)

test('a roll back pressed during the last call undoes that, too', async () => {
  const last = 'EnableTransitRouterRouteTablePropagation'
  await emulator.fault({ fault: 'delay', ms: 1000, actions: [last] })
  const operationId = await begin()
  await until(operationId, ({ steps }) => steps.at(-1)?.state === 'sending')
  expect(await decide(ACCESS, operationId, 'roll-back')).toBe(true)
  await until(operationId, ({ state }) => state === 'rolled-back')
  expect(await effects()).toHaveLength(8)
})

test('a decision that comes too late does not hold, one that came true does', async () => {
  const { operationId } = await standstill(await begin())
  expect(await decide(ACCESS, operationId, 'roll-back')).toBe(false)
  expect(await decide(ACCESS, operationId, 'keep')).toBe(false)
  expect(await decide(ACCESS, operationId, 'continue')).toBe(true)
})

test('continues after the cause is mended, with the same token', async () => {
  await emulator.fault({ fault: 'quota', actions: ['CreateTransitRouterVpnAttachment'] })
  const operationId = await begin()
  await standstill(operationId)
  await emulator.mend()
  await decide(ACCESS, operationId, 'continue')
  await until(operationId, ({ state }) => isFinal(state))
  const sends = (await emulator.calls()).filter(({ action }) => action.startsWith('CreateTransit'))
  expect(sends).toHaveLength(2)
  expect(new Set(sends.map(({ clientToken }) => clientToken)).size).toBe(1)
  expect(await effects()).toHaveLength(4)
})

test('understands what steps of another bundle are told', async () => {
  // As when a page's bundle defines the steps anew, and the run is the one that began with the server.
  vi.resetModules()
  await import('@/lib/attachments/operation')
  await emulator.fault({ fault: 'denied', actions: ['CreateTransitRouterVpnAttachment'] })
  const { question, steps } = await standstill(await begin())
  expect(question?.reason).toBe('refused')
  expect(steps[0]?.requestIds).toHaveLength(1)
  expect(steps[1]?.error).toMatchObject({
    code: 'Forbidden.RAM',
    permission: 'cen:CreateTransitRouterVpnAttachment',
  })
})

test('sends nothing when its keys were sealed under another key, and goes on when that is back', async () => {
  await emulator.fault({ fault: 'blocking', actions: ['CreateVpnAttachment'], count: 1 })
  const operationId = await begin()
  await until(operationId, ({ steps }) => steps[0]?.state === 'retrying')
  const spoil = () => db().execute(sql`update operation_secret set sealed = reverse(sealed)`)
  await spoil()
  const sealed = await until(
    operationId,
    ({ steps }) => steps[0]?.error?.code === 'SecretUnreadable',
  )
  expect((await standstill(operationId)).question?.reason).toBe('refused')
  expect(sealed.steps[0]?.error?.message).toBe(message('operation.sealed'))
  expect(await effects()).toEqual([])
  await spoil()
  await decide(ACCESS, operationId, 'continue')
  await until(operationId, ({ state }) => state === 'done')
})

test('deletes in the order of dependence, and stops when something was added meanwhile', async () => {
  const { place } = await standstill(await begin())
  const { regionId, cenId, transitRouterId, transitRouterAttachmentId, vpnConnectionId } = place
  const attachment = {
    regionId,
    cenId: cenId!,
    transitRouterId: transitRouterId!,
    transitRouterAttachmentId: transitRouterAttachmentId!,
  }
  const reviewed = await listDependents(ACCESS, attachment)
  const input = { attachment, subject: 'Munich', vpnConnectionId: vpnConnectionId! }

  const stale = { ...input, reviewed: { ...reviewed, propagations: [] } }
  const stopped = await startDeleteAttachment(ACCESS, {
    operationId: randomUUID(),
    ...stale,
  })
  expect((await standstill(stopped)).question).toMatchObject({
    reason: 'changed',
    changes: [{ what: 'propagations', from: '', to: reviewed.propagations[0] }],
  })
  expect(await effects()).toHaveLength(4)
  await decide(ACCESS, stopped, 'keep')
  await until(stopped, ({ state }) => isFinal(state))

  const operationId = await startDeleteAttachment(ACCESS, {
    operationId: randomUUID(),
    ...input,
    reviewed,
  })
  expect((await standstill(operationId)).state).toBe('done')
  expect((await effects()).slice(4)).toEqual([
    'DisableTransitRouterRouteTablePropagation',
    'DissociateTransitRouterAttachmentFromRouteTable',
    'DeleteTransitRouterVpnAttachment',
    'DeleteVpnAttachment',
  ])
})
