import { randomUUID } from 'node:crypto'

import { DBOS } from '@dbos-inc/dbos-sdk'
import { sql } from 'drizzle-orm'
import { afterAll, expect, test, vi } from 'vitest'

import { startAttach } from '@/lib/attachments/operation'
import { ACCESS, sampleAttach } from '@/lib/attachments/test/sample'
import { db } from '@/lib/db/pool'
import { forgetOld } from '@/lib/operations/engine/retention'
import { reviveLost } from '@/lib/operations/engine/revive'
import { effectsOn, stopEngine, until } from '@/lib/operations/test/engine'
import { viewOperation } from '@/lib/operations/view'

const rig = await vi.hoisted(async () => {
  const { startBoth } = await import('@/lib/db/test/rig')
  return startBoth(0)
})
const { emulator } = rig

afterAll(() => stopEngine(rig))

const begin = async (name: string) =>
  startAttach(ACCESS, { operationId: randomUUID(), ...(await sampleAttach(name)) })

/** Moves what the engine knows of an operation into the past. */
const age = (operationId: string, days: number) =>
  db().execute(sql`
    update dbos.workflow_status set created_at = created_at - ${days}::bigint * 86400000
    where workflow_uuid = ${operationId}`)

const known = async () =>
  (await DBOS.listWorkflows({ loadInput: false })).map(({ workflowID }) => workflowID)

test('the engine forgets what is over and a month old; the record stays and nothing begins again', async () => {
  const old = await begin('Old')
  const young = await begin('Young')
  for (const operationId of [old, young]) await until(operationId, ({ state }) => state === 'done')
  await emulator.fault({ fault: 'denied', actions: ['CreateTransitRouterVpnAttachment'] })
  const open = await begin('Open')
  await until(open, ({ state }) => state === 'needs-decision')
  await vi.waitUntil(async () => (await DBOS.getWorkflowStatus(old))?.status === 'SUCCESS', {
    timeout: 300_000,
  })
  await age(old, 31)
  await age(young, 29)
  await age(open, 31)
  const effects = await effectsOn(emulator)

  await forgetOld()
  expect((await known()).toSorted()).toEqual([open, young].toSorted())
  await db().transaction(reviveLost)
  expect((await known()).toSorted()).toEqual([open, young].toSorted())
  expect(await viewOperation(ACCESS, old)).toMatchObject({ state: 'done' })
  expect(await effectsOn(emulator)).toEqual(effects)
})
