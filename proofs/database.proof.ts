import { setTimeout as pass } from 'node:timers/promises'

import { afterAll, beforeAll, expect, test, vi } from 'vitest'

import type { Plan } from '@/lib/attachments/test/plans'
import { startDatabase, type TestDatabase } from '@/lib/db/test/rig'
import { Lane, makeTemplate } from '@/proofs/lane'
import { counted, type Mishap, MISHAPS } from '@/proofs/mishaps'
import { WRITES } from '@/proofs/model-faults'
import { POINTS, type Point, type Write } from '@/proofs/points'
import {
  allDone,
  expectOneEffectEach,
  pointsFolder,
  threePlans,
  tokensOf,
  writesOf,
} from '@/proofs/trial'

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
 * Runs the plans on one server whose database meets the mishap at this point of every write. Gives the writes
 * that left although nothing could be written down.
 */
async function survive(
  database: TestDatabase,
  point: Point,
  plans: Plan[],
  mishap: Mishap,
): Promise<Write[]> {
  const points = await pointsFolder()
  await points.set(plans, point)
  const early: Write[] = []
  const last = async (write: Write) => {
    await pass(mishap.lasts)
    if (!mishap.takesWrites && point === 'before the intent' && (await hasLeft(plans, write)))
      early.push(write)
    await mishap.end(lane)
  }
  const lane: Lane = await Lane.open(database, point, {
    env: { POINTS_FOLDER: points.folder },
    atPoint: async (write) => {
      await mishap.begin(lane)
      void last(write)
    },
  })
  await lane.fill()
  await mishap.prepare(lane)
  for (const plan of plans) lane.order(plan)
  await allDone(lane, plans, 300_000)
  expect(await points.met()).toBe(plans.flatMap(writesOf).length)
  expect(lane.deaths).toBe(0)
  await expectOneEffectEach(emulator, plans)
  await lane.close()
  await points.remove()
  return early
}

test.concurrent.each(MISHAPS)(
  'operations end with one effect each on a database that at each point of each write is $title',
  { timeout: 600_000 },
  async (mishap) => {
    const database = await startDatabase()
    await makeTemplate(database.url)
    const shared = mishap.isOfServer ? counted(mishap) : undefined
    const trials = POINTS.map(async (point) => {
      const plans = await threePlans(emulator, `${mishap.title} ${point}`)
      return survive(database, point, plans, { ...mishap, ...(shared ?? counted(mishap)) })
    })
    expect((await Promise.all(trials)).flat()).toEqual([])
    await database.stop()
  },
)
