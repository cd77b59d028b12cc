import { setTimeout as pass } from 'node:timers/promises'

import { afterAll, expect, test, vi } from 'vitest'

import { attachPlan } from '@/lib/attachments/test/plans'
import { Cluster, makeTemplate } from '@/proofs/cluster'
import { DATABASE_FAULTS } from '@/proofs/database-faults'
import { allDone } from '@/proofs/three-plans'

const { emulator, database } = await vi.hoisted(async () => {
  const { startBoth } = await import('@/lib/db/test/rig')
  return startBoth(0.2)
})

await makeTemplate(database)
afterAll(() => Promise.all([emulator.stop(), database.stop()]))

const WRITES = [
  'AssociateTransitRouterAttachmentWithRouteTable',
  'CreateTransitRouterVpnAttachment',
  'CreateVpnAttachment',
  'EnableTransitRouterRouteTablePropagation',
]

const manyPlans = (name: string) =>
  Promise.all(Array.from({ length: 4 }, (_, index) => attachPlan(`${name} ${index}`)))

const effectsSince = async (seen: number) =>
  (await emulator.calls())
    .slice(seen)
    .filter(({ effect }) => effect)
    .map(({ action }) => action)
    .toSorted()

const fourTimes = (actions: string[]) => actions.flatMap((action) => Array<string>(4).fill(action))

test('a server that fell silent is replaced, and sends nothing when it wakes', async () => {
  const cluster = await Cluster.open(database, 'silent')
  const seen = (await emulator.calls()).length
  const orders = await manyPlans('Silent')
  const [first] = await Promise.all([cluster.replica({ isReplaced: false }), cluster.replica()])
  for (const order of orders) cluster.order(order, first)
  await vi.waitUntil(async () => (await effectsSince(seen)).length > 4, 240_000)
  first.kill('SIGSTOP')
  await allDone(cluster, orders, 240_000)
  const { length } = await emulator.calls()
  first.kill('SIGCONT')
  await pass(5000)
  const woken = (await emulator.calls()).slice(length)
  expect(woken.filter(({ effect }) => effect)).toEqual([])
  expect(await effectsSince(seen)).toEqual(fourTimes(WRITES))
  await cluster.close()
})

test('a server whose database takes no writes while it starts runs operations when it takes them', async () => {
  const cluster = await Cluster.open(database, 'starting')
  const seen = (await emulator.calls()).length
  const first = await cluster.replica()
  const fault = DATABASE_FAULTS.find(({ title }) => title === 'read-only')!
  await fault.prepare(cluster)
  await fault.begin(cluster)
  first.kill('SIGKILL')
  await pass(6000)
  await fault.end(cluster)
  await cluster.fill()
  const orders = await manyPlans('Starting')
  for (const order of orders) cluster.order(order)
  await allDone(cluster, orders, 240_000)
  expect(cluster.deaths).toBe(1)
  expect(await effectsSince(seen)).toEqual(fourTimes(WRITES))
  await cluster.close()
})
