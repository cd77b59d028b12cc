import { randomUUID } from 'node:crypto'

import { afterAll, beforeEach, expect, test, vi } from 'vitest'

import { listDependents, startDeleteAttachment } from '@/lib/attachments/delete-operation'
import { startAttach } from '@/lib/attachments/operation'
import { deletePlan, replacePlan } from '@/lib/attachments/test/plans'
import { ACCESS, sampleAttach } from '@/lib/attachments/test/sample'
import { decide } from '@/lib/operations/start'
import { stopEngine, until } from '@/lib/operations/test/engine'
import { startReplaceRouteTable } from '@/lib/route-tables/operation'

const rig = await vi.hoisted(async () => {
  const { startBoth } = await import('@/lib/db/test/rig')
  return startBoth(0)
})
const { emulator } = rig

beforeEach(() => emulator.reset())
afterAll(() => stopEngine(rig))

/** Starts both changes of the attached connection of the sample world. */
async function changes() {
  type Replacement = Parameters<typeof startReplaceRouteTable>[1]
  type Deletion = Parameters<typeof startDeleteAttachment>[1]
  const [replacement, deletion] = [(await replacePlan()).given, (await deletePlan()).given]
  const subject = 'Munich'
  return {
    replace: (operationId: string = randomUUID()) =>
      startReplaceRouteTable(ACCESS, {
        ...(replacement.input as Replacement), // what replacePlan makes
        subject,
        operationId,
      }),
    remove: () =>
      startDeleteAttachment(ACCESS, {
        ...(deletion.input as Deletion), // what deletePlan makes
        subject,
        operationId: randomUUID(),
      }),
  }
}

test('of two operations that begin at once on one attachment, one begins and the other names it', async () => {
  const { replace, remove } = await changes()
  const before = (await emulator.calls()).filter(({ effect }) => effect).length
  const begun = await Promise.allSettled([replace(), remove(), replace(), remove()])
  const winners = begun.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  expect(winners).toHaveLength(1)
  const [operationId = ''] = winners
  const refusals = begun.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  const refusal = { code: 'OperationUnderway', outcome: 'refused', operationId }
  expect(refusals).toMatchObject([refusal, refusal, refusal])
  const { kind, steps } = await until(operationId, ({ state }) => state === 'done')
  const effects = (await emulator.calls()).filter(({ effect }) => effect).length - before
  expect(effects).toBe(kind === 'replace-route-table' ? 1 : steps.length)
})

test('one that waits for a decision keeps the others away until it is over', async () => {
  const { replace, remove } = await changes()
  await emulator.fault({
    fault: 'error',
    status: 400,
    code: 'IdempotentParameterMismatch',
    actions: ['ReplaceTransitRouterRouteTableAssociation'],
  })
  const first = await replace()
  await until(first, ({ state }) => state === 'needs-decision')
  expect(await replace(first)).toBe(first)
  await expect(remove()).rejects.toMatchObject({ operationId: first })
  await decide(ACCESS, first, 'keep')
  await until(first, ({ state }) => state === 'kept')
  await until(await remove(), ({ state }) => state === 'done')
})

test('what an operation made is its own until it is over', async () => {
  await emulator.fault({
    fault: 'blocking',
    actions: ['AssociateTransitRouterAttachmentWithRouteTable'],
  })
  const { cenId, form } = await sampleAttach('Munich')
  const first = await startAttach(ACCESS, { operationId: randomUUID(), cenId, form })
  const { place } = await until(first, ({ steps }) => steps[3]?.state === 'retrying')
  const { transitRouterAttachmentId = '', vpnConnectionId = '' } = place
  const { regionId, transitRouterId } = form
  const attachment = { cenId, regionId, transitRouterId, transitRouterAttachmentId }
  const reviewed = await listDependents(ACCESS, attachment)
  const remove = startDeleteAttachment(ACCESS, {
    operationId: randomUUID(),
    subject: 'Munich',
    attachment,
    reviewed,
  })
  await expect(remove).rejects.toMatchObject({ operationId: first })
  const again = startAttach(ACCESS, {
    operationId: randomUUID(),
    cenId,
    form: { ...form, resource: { kind: 'select', vpnId: vpnConnectionId } },
  })
  await expect(again).rejects.toMatchObject({ operationId: first })
})
