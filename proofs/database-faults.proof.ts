import { setTimeout as pass } from 'node:timers/promises'

import { afterAll, beforeAll, expect, test, vi } from 'vitest'

import type { Plan } from '@/lib/attachments/test/plans'
import { startDatabase, type TestDatabase } from '@/lib/db/test/rig'
import { WRITES } from '@/proofs/cloud-faults'
import { Cluster, makeTemplate } from '@/proofs/cluster'
import { counted, type DatabaseFault, DATABASE_FAULTS } from '@/proofs/database-faults'
import { POINTS, type Point, type Write } from '@/proofs/points'
import {
  allDone,
  expectOneEffectEach,
  pointsFolder,
  threePlans,
  tokensOf,
  writesOf,
} from '@/proofs/three-plans'

const emulator = await vi.hoisted(async () => {
  const { pointAt, startEmulator } = await import('@/lib/db/test/rig')
  return pointAt(await startEmulator(0))
})

beforeAll(async () => {
  await emulator.quotas({ vpnAttachmentsPerTransitRouter: 1000 })
  await emulator.fault({ fault: 'delay', ms: 1000, actions: WRITES })
})
afterAll(() => emulator.stop())

/** Whether the call of a write has reached the cloud. */
async function hasLeft(plans: Plan[], { operationId, step }: Write): Promise<boolean> {
  const plan = plans.find(({ given }) => given.operationId === operationId)!
  const token = tokensOf(plan).get(step)
  return (await emulator.calls()).some(({ clientToken }) => clientToken === token)
}

/**
 * Runs the plans on one server whose database meets the fault at this point of every write. Gives the writes
 * that left although nothing could be written down.
 */
async function survive(
  database: TestDatabase,
  point: Point,
  plans: Plan[],
  fault: DatabaseFault,
): Promise<Write[]> {
  const points = await pointsFolder()
  await points.set(plans, point)
  const early: Write[] = []
  const ends: Promise<void>[] = []
  const last = async (write: Write) => {
    await pass(fault.lasts)
    if (!fault.takesWrites && point === 'before the intent' && (await hasLeft(plans, write)))
      early.push(write)
    await fault.end(cluster)
  }
  const cluster: Cluster = await Cluster.open(database, point, {
    env: { POINTS_FOLDER: points.folder },
    atPoint: async (write) => {
      await fault.begin(cluster)
      ends.push(last(write))
    },
  })
  await cluster.fill()
  await fault.prepare(cluster)
  for (const plan of plans) cluster.order(plan)
  await allDone(cluster, plans, 900_000)
  expect(await points.met()).toBe(plans.flatMap(writesOf).length)
  expect(cluster.deaths).toBe(0)
  await expectOneEffectEach(emulator, plans)
  // An operation may be done before the fault is over.
  await Promise.all(ends)
  await cluster.close()
  await points.remove()
  return early
}

test.concurrent.each(DATABASE_FAULTS)(
  'operations end with one effect each on a database that at each point of each write is $title',
  async (fault) => {
    const database = await startDatabase()
    await makeTemplate(database)
    const shared = fault.isOfServer ? counted(fault) : undefined
    const trials = POINTS.map(async (point) => {
      const plans = await threePlans(emulator, `${fault.title} ${point}`)
      return survive(database, point, plans, { ...fault, ...(shared ?? counted(fault)) })
    })
    expect((await Promise.all(trials)).flat()).toEqual([])
    await database.stop()
  },
)
