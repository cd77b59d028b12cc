import { randomUUID } from 'node:crypto'

import { DBOS } from '@dbos-inc/dbos-sdk'
import { sql } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'

import { startAttach } from '@/lib/attachments/operation'
import { ACCESS, sampleAttach } from '@/lib/attachments/test/sample'
import { db } from '@/lib/db/pool'
import type { Operation } from '@/lib/operations/schema'
import { decide } from '@/lib/operations/start'
import { effectsOn, stopEngine, until } from '@/lib/operations/test/engine'

const rig = await vi.hoisted(async () => {
  const { startBoth } = await import('@/lib/db/test/rig')
  return startBoth(0)
})
const { emulator } = rig

beforeEach(() => emulator.reset())
afterAll(() => stopEngine(rig))

const ATTACH = 'CreateTransitRouterVpnAttachment'

const begin = async (name: string) =>
  startAttach(ACCESS, { operationId: randomUUID(), ...(await sampleAttach(name)) })

const stopped = ({ question }: Operation) => question?.reason === 'stopped'

const effects = () => effectsOn(emulator)

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
  await decide(ACCESS, operationId, 'roll-back')
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
