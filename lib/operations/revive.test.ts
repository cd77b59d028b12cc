import { randomUUID } from 'node:crypto'

import { DBOS } from '@dbos-inc/dbos-sdk'
import { sql } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'

import { startAttach } from '@/lib/attachments/operation'
import { ACCESS, sampleAttach } from '@/lib/attachments/sample.fixture'
import { db } from '@/lib/db/pool'
import type { Operation } from '@/lib/operations/schema'
import { decide } from '@/lib/operations/start'
import { viewOperation } from '@/lib/operations/view'

const { emulator, database } = await vi.hoisted(async () => {
  const { startBoth } = await import('@/lib/operations/rig.fixture')
  return startBoth(0)
})

beforeEach(() => emulator.reset())
afterAll(async () => {
  await DBOS.shutdown()
  await db().$client.end()
  await Promise.all([emulator.stop(), database.stop()])
})

const ATTACH = 'CreateTransitRouterVpnAttachment'

const begin = async (name: string) =>
  startAttach(ACCESS, { operationId: randomUUID(), ...(await sampleAttach(name)) })

const until = (operationId: string, holds: (operation: Operation) => boolean) =>
  vi.waitUntil(
    async () => {
      const operation = await viewOperation(operationId)
      return holds(operation) && operation
    },
    { timeout: 15_000, interval: 50 },
  )

const stopped = ({ question }: Operation) => question?.reason === 'stopped'

const effects = async () =>
  (await emulator.calls()).filter(({ effect }) => effect).map(({ action }) => action)

/** Waits where its second step is refused for being busy. */
async function busyOperation(name: string): Promise<string> {
  await emulator.fault({ fault: 'blocking', actions: [ATTACH] })
  const operationId = await begin(name)
  await until(operationId, ({ steps }) => steps[1]?.state === 'retrying')
  return operationId
}

test('a run that the engine cancelled asks, and goes on with the same token', async () => {
  const operationId = await busyOperation('Munich')
  await DBOS.cancelWorkflow(operationId)
  const asking = await until(operationId, stopped)
  expect(asking).toMatchObject({
    state: 'needs-decision',
    question: { reason: 'stopped', step: 'attach' },
    decisions: ['continue', 'roll-back', 'keep'],
  })
  const sent = (await emulator.calls()).length
  await emulator.mend()
  expect((await emulator.calls()).length).toBe(sent)

  await decide(ACCESS, operationId, 'continue')
  await until(operationId, ({ state }) => state === 'done')
  const sends = (await emulator.calls()).filter(({ action }) => action === ATTACH)
  expect(new Set(sends.map(({ clientToken }) => clientToken)).size).toBe(1)
  expect(await effects()).toHaveLength(4)
})

test('a run that ended in an error asks, and can be rolled back', async () => {
  const operationId = await busyOperation('Munich')
  await DBOS.cancelWorkflow(operationId)
  await db().execute(sql`
    update dbos.workflow_status set status = 'ERROR' where workflow_uuid = ${operationId}`)
  await until(operationId, stopped)
  await decide(ACCESS, operationId, 'roll-back')
  await until(operationId, ({ state }) => state === 'rolled-back')
  expect(await effects()).toEqual(['CreateVpnAttachment', 'DeleteVpnAttachment'])
})

test('a roll back whose run was ended goes on as a roll back', async () => {
  const operationId = await busyOperation('Munich')
  await emulator.fault({ fault: 'blocking', actions: ['DeleteVpnAttachment'] })
  await decide(ACCESS, operationId, 'cancel')
  await until(operationId, ({ steps }) => steps.at(-1)?.state === 'retrying')
  await DBOS.cancelWorkflow(operationId)
  const asking = await until(operationId, stopped)
  expect(asking.question?.step).toBe('create-connection')
  expect(asking.decisions).toEqual(['continue', 'keep'])
  await emulator.mend()
  await decide(ACCESS, operationId, 'continue')
  await until(operationId, ({ state }) => state === 'rolled-back')
  expect(await effects()).toEqual(['CreateVpnAttachment', 'DeleteVpnAttachment'])
})
