import { afterEach, beforeEach, expect, test } from 'vitest'

import { clients, field, refusal, type Running, start } from './start'

let emulator: Running
beforeEach(async () => {
  emulator = await start()
})
afterEach(() => emulator.close())

const create = (more: Record<string, string> = {}) =>
  emulator.main.cbn('CreateCen', { Name: 'x', ...more })
const count = async () => (await emulator.main.cbn('DescribeCens', {}))['TotalCount']

test('throttling names how long to wait, once', async () => {
  emulator.fault({ fault: 'throttle', actions: ['CreateCen'], count: 1, retryAfterMs: 1500 })
  expect(await refusal(create())).toMatchObject({
    name: 'ThrottlingError',
    code: 'Throttling.User',
    statusCode: 400,
    retryAfter: 1500,
  })
  await create()
  expect(emulator.calls('CreateCen').map(({ faults }) => faults)).toEqual([['throttle'], []])
})

test.each([
  ['denied', { fault: 'denied' }, 'Forbidden.RAM', 403],
  ['quota', { fault: 'quota' }, 'Resource.QuotaFull', 400],
  ['blocking', { fault: 'blocking' }, 'Operation.Blocking', 400],
  ['an error', { fault: 'error', code: 'TokenProcessing', status: 400 }, 'TokenProcessing', 400],
  [
    'a server error',
    { fault: 'error', status: 503, code: 'ServiceUnavailable' },
    'ServiceUnavailable',
    503,
  ],
] as const)('%s refuses before the effect', async (_, fault, code, statusCode) => {
  emulator.fault({ ...fault, actions: ['CreateCen'] })
  expect(await refusal(create())).toMatchObject({ code, statusCode })
  expect(await count()).toBe(0)
})

test.each([
  ['a server error', { fault: 'error', when: 'after' }, 1],
  ['a server error', { fault: 'error', when: 'before' }, 0],
  ['an HTML page', { fault: 'html', when: 'after' }, 1],
  ['an HTML page', { fault: 'html', when: 'before' }, 0],
  ['an empty answer', { fault: 'empty', when: 'after' }, 1],
  ['an empty answer', { fault: 'empty', when: 'before' }, 0],
  ['half an answer', { fault: 'truncated' }, 1],
  ['a reset', { fault: 'reset', when: 'before' }, 0],
  ['a reset', { fault: 'reset', when: 'after' }, 1],
  ['a time-out', { fault: 'timeout', when: 'before' }, 0],
  ['a time-out', { fault: 'timeout', when: 'after' }, 1],
] as const)('%s (%o) leaves %d effects', async (_, fault, effects) => {
  emulator.fault({ ...fault, count: 1 })
  const impatient = clients(emulator.endpoint, 'emulator-main', undefined, 1000)
  await refusal(impatient.cbn('CreateCen', { Name: 'x' }))
  expect(await count()).toBe(effects)
  expect(emulator.calls('CreateCen').map(({ effect }) => effect)).toEqual([effects === 1])
})

test('a late call has its effect after its connection has ended', async () => {
  emulator.fault({ fault: 'late', actions: ['CreateCen'], after: 30, count: 1 })
  await refusal(create())
  expect(await count()).toBe(0)
  emulator.advance(31)
  expect(await count()).toBe(1)
  expect(emulator.calls('CreateCen')).toMatchObject([
    { outcome: 'late', effect: false, late: false },
    { outcome: 'ok', effect: true, late: true },
  ])
})

test('a late call that is sent again under its token has one effect', async () => {
  emulator.fault({ fault: 'late', actions: ['CreateCen'], after: 30, count: 1 })
  await refusal(create({ ClientToken: 'a' }))
  const again = await create({ ClientToken: 'a' })
  emulator.advance(31)
  expect(await count()).toBe(1)
  expect(emulator.calls('CreateCen').filter(({ effect }) => effect)).toHaveLength(1)
  expect(again).toHaveProperty('CenId')
})

test('stale reads neither see what is new nor miss what is gone', async () => {
  emulator.fault({ fault: 'stale', actions: ['DescribeCens'], seconds: 60 })
  const CenId = field(await create(), 'CenId')
  emulator.advance(59)
  expect(await count()).toBe(0)
  emulator.advance(2)
  expect(await count()).toBe(1)
  emulator.fault({ fault: 'stale', actions: ['DescribeCens'], seconds: 60 })
  await emulator.main.cbn('DeleteCen', { CenId })
  emulator.advance(30)
  expect(await count()).toBe(1)
  emulator.advance(31)
  expect(await count()).toBe(0)
})

test('a hidden record is missing from reads only', async () => {
  const CenId = field(await create(), 'CenId')
  emulator.advance(10)
  emulator.fault({ fault: 'hide', ids: [CenId] })
  expect(await count()).toBe(0)
  await expect(emulator.main.cbn('DeleteCen', { CenId })).resolves.toBeDefined()
})

test('a transition can be slow, or stay for ever, or show an unknown word', async () => {
  const status = async () => {
    const cen = emulator.emulator.state.cens.all().at(-1)
    await count()
    return cen && emulator.emulator.state.cens.get(cen.id)?.Status
  }
  emulator.fault({ fault: 'slow', factor: 100, count: 1 })
  await create()
  emulator.advance(100)
  expect(await status()).toBe('Creating')
  emulator.advance(100)
  expect(await status()).toBe('Active')

  emulator.fault({ fault: 'stuck', actions: ['CreateCen'], count: 1 })
  await create()
  emulator.advance(1e6)
  expect(await status()).toBe('Creating')

  emulator.fault({ fault: 'stuck', actions: ['CreateCen'], status: 'Wondering', count: 1 })
  await create()
  emulator.advance(1e6)
  expect(await status()).toBe('Wondering')
})

test('what is stuck shows the word wherever its record keeps it', async () => {
  const CenId = field(await create(), 'CenId')
  emulator.advance(10)
  const router = await emulator.main.cbn('CreateTransitRouter', { CenId, RegionId: 'eu-central-1' })
  const TransitRouterId = field(router, 'TransitRouterId')
  emulator.advance(1000)
  emulator.fault({
    fault: 'stuck',
    actions: ['CreateTransitRouterRouteTable'],
    status: 'Deleting',
    count: 1,
  })
  const table = await emulator.main.cbn('CreateTransitRouterRouteTable', { TransitRouterId })
  emulator.advance(1e6)
  const id = field(table, 'TransitRouterRouteTableId')
  expect(emulator.emulator.state.routeTables.get(id)?.TransitRouterRouteTableStatus).toBe(
    'Deleting',
  )
})

test('an ignored call answers 200 and does nothing', async () => {
  const CenId = field(await create(), 'CenId')
  emulator.advance(10)
  emulator.fault({ fault: 'ignore', actions: ['DeleteCen'], count: 1 })
  expect(Object.keys(await emulator.main.cbn('DeleteCen', { CenId }))).toEqual(['RequestId'])
  emulator.advance(10)
  expect(await count()).toBe(1)
})

test('an answer can be altered', async () => {
  emulator.fault({ fault: 'patch', body: { TotalCount: 'many', PageSize: null, Extra: {} } })
  const answer = await emulator.main.cbn('DescribeCens', {})
  expect(answer).toMatchObject({ TotalCount: 'many', Extra: {} })
  expect(answer).not.toHaveProperty('PageSize')
})

test('a fault strikes the calls it is meant for', async () => {
  emulator.fault({ fault: 'denied', match: { Name: 'y' }, account: 1_000_000_000_000_001 })
  emulator.fault({ fault: 'denied', actions: ['DescribeCens'], skip: 1 })
  await create()
  expect((await refusal(create({ Name: 'y' }))).code).toBe('Forbidden.RAM')
  await emulator.partner.cbn('CreateCen', { Name: 'y' })
  expect(await count()).toBe(1)
  expect((await refusal(count())).code).toBe('Forbidden.RAM')
})

test('a fault by chance strikes the same calls for the same seed', async () => {
  const run = async () => {
    const id = emulator.fault({ fault: 'denied', actions: ['DescribeCens'], chance: 0.5, seed: 7 })
    const outcomes: boolean[] = []
    for (let n = 0; n < 20; n += 1)
      outcomes.push(
        await count().then(
          () => true,
          () => false,
        ),
      )
    emulator.emulator.faults.remove(id)
    return outcomes
  }
  const first = await run()
  expect(new Set(first).size).toBe(2)
  expect(await run()).toEqual(first)
})

test('faults are set, listed and removed over HTTP', async () => {
  expect(await emulator.control('/faults', { fault: 'nonsense' })).toHaveProperty('error')
  const { id } = await emulator.control('/faults', { fault: 'denied', count: 2 })
  const list = await fetch(`${emulator.url}/_emulator/faults`)
  expect(await list.json()).toMatchObject({ faults: [{ id, fault: 'denied', left: 2 }] })
  await fetch(`${emulator.url}/_emulator/faults/${String(id)}`, { method: 'DELETE' })
  await expect(create()).resolves.toBeDefined()
})
