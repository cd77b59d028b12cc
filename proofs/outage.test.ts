import { setTimeout as pass } from 'node:timers/promises'

import { afterAll, expect, test, vi } from 'vitest'

import { attachPlan } from '@/lib/attachments/test/plans'
import { Lane, makeTemplate } from '@/proofs/lane'
import { MISHAPS } from '@/proofs/mishaps'
import { allDone } from '@/proofs/trial'

const { emulator, database } = await vi.hoisted(async () => {
  const { startBoth } = await import('@/lib/db/test/rig')
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

const effectsSince = async (seen: number) =>
  (await emulator.calls())
    .slice(seen)
    .filter(({ effect }) => effect)
    .map(({ action }) => action)
    .toSorted()

const fourTimes = (actions: string[]) => actions.flatMap((action) => Array<string>(4).fill(action))

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
    await pass(5000)
    const woken = (await emulator.calls()).slice(length)
    expect(woken.filter(({ effect }) => effect)).toEqual([])
    expect(await effectsSince(seen)).toEqual(fourTimes(WRITES))
    await lane.close()
  },
)

test(
  'a server whose database takes no writes while it starts runs operations when it takes them',
  { timeout: 120_000 },
  async () => {
    const lane = await Lane.open(database, 'starting')
    const seen = (await emulator.calls()).length
    const first = await lane.replica()
    const mishap = MISHAPS.find(({ title }) => title === 'read-only')!
    await mishap.prepare(lane)
    await mishap.begin(lane)
    first.kill('SIGKILL')
    await pass(6000)
    await mishap.end(lane)
    await lane.fill()
    const orders = await manyPlans('Starting')
    for (const order of orders) lane.order(order)
    await allDone(lane, orders, 60_000)
    expect(lane.deaths).toBe(1)
    expect(await effectsSince(seen)).toEqual(fourTimes(WRITES))
    await lane.close()
  },
)
