import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { openStore } from '../state/store'
import { virtualClock } from '../steering/clock'
import { attach, buildNetwork, connect, route } from './network'
import { field, start } from './start'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'emulator-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

async function run(clock = virtualClock(), world: 'empty' | 'sample' = 'empty') {
  const store = openStore(folder)
  const running = await start({ store, clock, world })
  return {
    running,
    stop: async () => {
      await running.close()
      store.close()
    },
  }
}

test('everything is there after a restart, and what was under way goes on', async () => {
  const clock = virtualClock()
  const first = await run(clock)
  const { TransitRouterId, system } = await buildNetwork(first.running)
  const connection = connect(first.running, 'munich', { routes: ['192.168.1.0/24'] })
  const attachment = await attach(first.running, TransitRouterId, connection)
  await route(first.running, attachment, system)
  const token = { Name: 'late', ClientToken: 'a' }
  const CenId = field(await first.running.main.cbn('CreateCen', token), 'CenId')
  const read = (running: typeof first.running) =>
    running.main.cbn('ListTransitRouterRouteEntries', { TransitRouterRouteTableId: system })
  const { RequestId: _, ...before } = await read(first.running)
  await first.stop()

  const second = await run(clock, 'sample')
  expect(await read(second.running)).toMatchObject(before)
  const cen = () => second.running.emulator.state.cens.get(CenId)?.Status
  expect(cen()).toBe('Creating')
  second.running.advance(5)
  expect(cen()).toBe('Active')
  expect(await second.running.main.cbn('CreateCen', token)).toMatchObject({ CenId })
  await second.stop()
})

test('a reset forgets what was there, also on disk', async () => {
  const first = await run()
  await first.running.main.cbn('CreateCen', { Name: 'gone' })
  await first.running.control('/reset', { world: 'sample' })
  await first.stop()
  const second = await run()
  expect(await second.running.main.cbn('DescribeCens', {})).toMatchObject({
    Cens: { Cen: [{ Name: 'global-backbone' }, { Name: 'laboratory' }] },
  })
  await second.stop()
})

test('a refused request leaves nothing on disk', async () => {
  const first = await run()
  await first.running.main.cbn('CreateCen', { DryRun: true, Name: 'x'.repeat(200) }).catch(() => {})
  await first.stop()
  const second = await run()
  expect(await second.running.main.cbn('DescribeCens', {})).toMatchObject({ TotalCount: 0 })
  await second.stop()
})
