import { createTranslator } from 'use-intl/core'
import { expect, test } from 'vitest'

import { emulator, main } from '@/lib/cloud/test/emulator'
import en from '@/messages/en.json'

const running = await emulator('sample')
const { readComparison } = await import('@/lib/route-tables/comparison-page')
const { comparisonParams } = await import('@/lib/route-tables/params')
const { listRouteEntries, listRouteTables } = await import('@/lib/route-tables/cloud')
const { differenceOf } = await import('@/lib/route-tables/difference')

const place = { cenId: 'cen-c7552q19cnvv7ptjlw', transitRouterId: 'tr-31bdalhkvzav8stsmf' }
const regionId = 'eu-central-1'
const ROUTES = 2000
const t = createTranslator({ locale: 'en', messages: en, namespace: 'attachment.difference' })
const types = createTranslator({ locale: 'en', messages: en, namespace: 'resourceTypes' })

const tables = await listRouteTables(main, place)
const idOf = (name: string) =>
  tables.find((one) => one.transitRouterRouteTableName === name)?.transitRouterRouteTableId ?? ''
const [from, to] = [idOf('production'), idOf('staging')]
const { id: transitRouterAttachmentId = '' } =
  running.emulator.state.attachments
    .by('ResourceType', 'VPN')
    .find(({ TransitRouterId }) => TransitRouterId === place.transitRouterId) ?? {}
await running.control(`/route-tables/${from}/routes`, { count: ROUTES })
await running.control(`/route-tables/${to}/routes`, { count: ROUTES / 2 })

const change = { ...place, regionId, transitRouterAttachmentId, from, to }
const read = (search: Record<string, string> = {}, within = 60_000) =>
  readComparison(main, comparisonParams.parse({ ...change, within, ...search }), t, types)
const callsOf = async (run: () => Promise<unknown>) => {
  const before = running.calls().length
  await run()
  return running.calls().length - before
}

test('counts and one page travel, and the pages of one reading read the tables once', async () => {
  const first = await read({}, 0)
  const entries = (transitRouterRouteTableId: string) =>
    listRouteEntries(main, { transitRouterRouteTableId })
  const whole = differenceOf(await entries(from), await entries(to), transitRouterAttachmentId)
  expect(first.counts.lost).toBe(whole.counts.lost)
  expect(first.total).toBeGreaterThan(ROUTES / 2)
  expect(first.total).toBe(Object.values(first.counts).reduce((sum, count) => sum + count))
  expect(first.rows).toHaveLength(20)
  expect(first.rows[0]).toMatchObject({ outcome: 'lost', words: { outcome: 'lost' } })
  expect(JSON.stringify(first).length).toBeLessThan(60_000)
  const pages = async () => {
    const second = await read({ page: '1' })
    expect(second.rows).toHaveLength(20)
    expect(second.rows[0]?.prefix).not.toBe(first.rows[0]?.prefix)
    const last = await read({ page: '1000000' })
    expect(last.rows.length).toBeGreaterThan(0)
    const { prefix } = first.rows[7]!
    const found = await read({ words: prefix })
    expect(found.rows.map((row) => row.prefix)).toContain(prefix)
    expect(await read({ words: 'no such thing' })).toMatchObject({ total: 0, rows: [] })
    const kept = await read({ outcome: 'kept', size: '1000' })
    expect(kept.total).toBe(first.counts.kept)
    const sorted = await read({ sort: 'prefix', order: 'desc', size: '1000' })
    const reversed = await read({ sort: 'prefix', size: '1000', page: '1000000' })
    expect(sorted.rows[0]?.prefix).toBe(reversed.rows.at(-1)?.prefix)
    expect((await read({ properties: `outcome:lost`, size: '1' })).total).toBe(first.counts.lost)
  }
  expect(await callsOf(pages)).toBe(0)
})

test('a new reading sees what changed meanwhile, a page of the old one does not', async () => {
  const before = await read({}, 0)
  await running.control(`/route-tables/${to}/routes`, { count: 3 })
  expect((await read()).reviewed).toEqual(before.reviewed)
  expect((await read({}, 0)).reviewed).not.toEqual(before.reviewed)
})
