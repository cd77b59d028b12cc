import { afterAll, beforeAll, expect, test, vi } from 'vitest'

import type { Plan } from '@/lib/attachments/test/plans'
import { WRITES } from '@/proofs/cloud-faults'
import { Cluster, makeTemplate } from '@/proofs/cluster'
import { POINTS, type Point } from '@/proofs/points'
import {
  allDone,
  expectOneEffectEach,
  pointsFolder,
  threePlans,
  writesOf,
} from '@/proofs/three-plans'

/** After each death the operation goes on alone within this time. */
const PER_DEATH_MS = 120_000

const { emulator, database } = await vi.hoisted(async () => {
  const { startBoth } = await import('@/lib/db/test/rig')
  return startBoth(0)
})

beforeAll(async () => {
  await makeTemplate(database)
  await emulator.fault({ fault: 'delay', ms: 400, actions: WRITES })
})
afterAll(() => Promise.all([emulator.stop(), database.stop()]))

const writes = (plans: Plan[]) => plans.flatMap(writesOf)

/** Runs the plans on servers of which one dies at this point in every write, and gives the number of deaths. */
async function survive(
  plans: Plan[],
  point: Point,
  { name, size }: { name: string; size: number },
): Promise<number> {
  const points = await pointsFolder()
  await points.set(plans, point)
  const env = { POINTS_FOLDER: points.folder, DIES_THERE: 'yes' }
  const cluster = await Cluster.open(database, name, { env, size })
  // One after another: a death must not keep a second operation from coming to its point.
  for (const plan of plans) {
    await cluster.fill()
    cluster.order(plan)
    await allDone(cluster, [plan], PER_DEATH_MS * (writesOf(plan).length + 1))
  }
  const { deaths } = cluster
  await cluster.close()
  expect(await points.met()).toBe(writes(plans).length)
  await points.remove()
  await expectOneEffectEach(emulator, plans)
  return deaths
}

test.concurrent.each([
  { title: 'a server that is started again', size: 1 },
  { title: 'another server', size: 2 },
])(
  'after a kill at each point of each write $title goes on, with one effect each',
  async ({ size }) => {
    const trials: { plans: Plan[]; point: Point; name: string }[] = []
    for (const [index, point] of POINTS.entries()) {
      const name = `of ${size} ${index}`
      const plans = await threePlans(emulator, name)
      // Here the call goes out again, once nothing can be late any more: the plans wait side by side.
      if (point === 'before the call leaves')
        for (const plan of plans)
          trials.push({ plans: [plan], point, name: `${name} ${plan.kind}` })
      else trials.push({ plans, point, name })
    }
    const deaths = await Promise.all(
      trials.map(({ plans, point, name }) => survive(plans, point, { name, size })),
    )
    expect(deaths).toEqual(trials.map(({ plans }) => writes(plans).length))
  },
)
