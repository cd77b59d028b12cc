import { setTimeout as pass } from 'node:timers/promises'

import { afterAll, expect, test, vi } from 'vitest'

import { attachPlan, type Plan } from '@/lib/attachments/plans.fixture'
import { Lane, makeTemplate } from '@/lib/operations/lane.fixture'
import { startPostgres } from '@/scripts/postgres'

const { emulator, database } = await vi.hoisted(async () => {
  const { startBoth } = await import('@/lib/operations/rig.fixture')
  return startBoth(0.2)
})

await makeTemplate(database.url)
afterAll(() => Promise.all([emulator.stop(), database.stop()]))

const WRITES = [
  'AssociateTransitRouterAttachmentWithRouteTable',
  'CreateTransitRouterVpnAttachment',
  'CreateVpnAttachment',
  'EnableTransitRouterRouteTablePropagation',
]

const manyPlans = (name: string) =>
  Promise.all(Array.from({ length: 4 }, (_, index) => attachPlan(`${name} ${index}`)))

const allDone = (lane: Lane, orders: Plan[], timeout: number) =>
  vi.waitUntil(
    async () => {
      const states = orders.map(({ given }) => lane.state(given.operationId).catch(() => undefined))
      return (await Promise.all(states)).every((state) => state === 'done')
    },
    { timeout, interval: 200 },
  )

const effectsSince = async (seen: number) =>
  (await emulator.calls())
    .slice(seen)
    .filter(({ effect }) => effect)
    .map(({ action }) => action)
    .toSorted()

const fourTimes = (actions: string[]) => actions.flatMap((action) => Array<string>(4).fill(action))

test('a server takes over from one that died', { timeout: 120_000 }, async () => {
  const lane = await Lane.open(database, 'died')
  const seen = (await emulator.calls()).length
  const orders = await manyPlans('Died')
  const [first] = await Promise.all([lane.replica({ isReplaced: false }), lane.replica()])
  for (const order of orders) lane.order(order, first)
  await vi.waitUntil(async () => (await effectsSince(seen)).length > 4, 20_000)
  first.kill('SIGKILL')
  await allDone(lane, orders, 60_000)
  expect(await effectsSince(seen)).toEqual(fourTimes(WRITES))
  await lane.close()
})

test(
  'a server that fell silent is replaced, and sends nothing when it wakes',
  { timeout: 150_000 },
  async () => {
    const lane = await Lane.open(database, 'silent')
    const seen = (await emulator.calls()).length
    const orders = await manyPlans('Silent')
    const [first] = await Promise.all([lane.replica({ isReplaced: false }), lane.replica()])
    for (const order of orders) lane.order(order, first)
    await vi.waitUntil(async () => (await effectsSince(seen)).length > 4, 20_000)
    first.kill('SIGSTOP')
    await allDone(lane, orders, 60_000)
    const { length } = await emulator.calls()
    first.kill('SIGCONT')
    await new Promise((resolve) => setTimeout(resolve, 5000))
    const woken = (await emulator.calls()).slice(length)
    expect(woken.filter(({ effect }) => effect)).toEqual([])
    expect(await effectsSince(seen)).toEqual(fourTimes(WRITES))
    await lane.close()
  },
)

test('operations go on when the database was away', { timeout: 120_000 }, async () => {
  const lane = await Lane.open(database, 'away')
  const seen = (await emulator.calls()).length
  const orders = await manyPlans('Away')
  await lane.replica()
  for (const order of orders) lane.order(order)
  await vi.waitUntil(async () => (await effectsSince(seen)).length > 4, 20_000)
  const postgres = await startPostgres(database.dataDir)
  await postgres.stop()
  await pass(3000)
  await startPostgres(database.dataDir)
  await allDone(lane, orders, 60_000)
  expect(lane.deaths).toBe(0)
  expect(await effectsSince(seen)).toEqual(fourTimes(WRITES))
  await lane.close()
})
