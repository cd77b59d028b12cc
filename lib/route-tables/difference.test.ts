import fc from 'fast-check'
import { expect, test } from 'vitest'

import { type Difference, differenceOf, outcomes } from '@/lib/route-tables/difference'
import type { Part } from '@/lib/route-tables/parts'
import { blocksOf } from '@/lib/route-tables/prefix'
import type { RouteEntry } from '@/lib/route-tables/schema'
import { entry, SELF } from '@/lib/route-tables/test/entry'

const BITS = 5

/** A space of 32 addresses, 10.0.0.0/27, so that every address can be asked one by one. */
const anyEntry = fc
  .record({
    prefix: fc.integer({ min: 32 - BITS, max: 32 }),
    at: fc.nat({ max: 2 ** BITS - 1 }),
    hop: fc.constantFrom('a', 'b', 'c', SELF, 'blackhole'),
    status: fc.constantFrom('Active', 'Active', 'Active', 'Standby', 'Rejected'),
  })
  .map(({ prefix, at, hop, status }) =>
    entry(`10.0.0.${at - (at % 2 ** (32 - prefix))}/${prefix}`, hop, status),
  )
const anyTable = fc.array(anyEntry, { maxLength: 14 })

/** Where a packet to 10.0.0.`at` goes, asked of every entry in turn: the sorted next hops or nothing. */
function wayOf(table: RouteEntry[], at: number): { way: string; by: string } {
  const matching = table.filter((row) => {
    const [host = '', mask = ''] = row.transitRouterRouteEntryDestinationCidrBlock.split('/')
    const first = Number(host.split('.')[3])
    return (
      row.transitRouterRouteEntryStatus === 'Active' &&
      at >= first &&
      at < first + 2 ** (32 - Number(mask))
    )
  })
  const lengthOf = (row: RouteEntry) => maskOf(row.transitRouterRouteEntryDestinationCidrBlock)
  const longest = Math.max(...matching.map(lengthOf))
  const winners = matching.filter((row) => lengthOf(row) === longest)
  const hops = winners
    .map((row) => row.transitRouterRouteEntryNextHopId)
    .filter((id) => id !== SELF && id !== '')
  return {
    way: [...new Set(hops)].toSorted().join(' '),
    by: winners[0]?.transitRouterRouteEntryDestinationCidrBlock ?? '',
  }
}

const addresses = Array.from({ length: 2 ** BITS }, (_, at) => at)

const covers = (part: Part, at: number) =>
  part.ranges.some(
    ({ from, to }) => BigInt(0x0a000000 + at) >= from && BigInt(0x0a000000 + at) < to,
  )

/** What the difference says about one address: the prefix that takes it afterwards, and where to. */
function toldAbout({ changes }: Difference, at: number): string {
  for (const { outcome, prefix, now, after } of changes) {
    const part = after.find((one) => covers(one, at))
    const way = part?.hops.map((hop) => hop.attachmentId).join(' ')
    if (outcome === 'gained' && now.some((one) => covers(one, at))) return `gained ${prefix} ${way}`
    if (outcome !== 'gained' && outcome !== 'own' && part) return `${part.by ?? ''} ${way}`
  }
  return ''
}

test('every address is told what an independent look at both tables says', () => {
  fc.assert(
    fc.property(anyTable, anyTable, (now, after) => {
      const difference = differenceOf(now, after, SELF)
      const expected = addresses.map((at) => {
        const later = wayOf(after, at)
        if (wayOf(now, at).way) return `${later.by} ${later.way}`
        return later.way ? `gained ${later.by} ${later.way}` : ''
      })
      expect(addresses.map((at) => toldAbout(difference, at))).toEqual(expected)
    }),
    { numRuns: 2000 },
  )
})

const maskOf = (prefix: string) => Number(prefix.split('/')[1])

/** The verdict on one prefix from the fates of the addresses that it alone decides. */
function verdict(now: RouteEntry[], after: RouteEntry[], prefix: string, gained: boolean): string {
  const fates = addresses
    .map((at) => ({ before: wayOf(now, at), later: wayOf(after, at) }))
    .filter(({ before, later }) => (gained ? later : before).by === prefix)
    .map(({ before, later }) => {
      if (gained) return before.way ? 'known' : 'gained'
      if (!before.way) return 'own'
      if (!later.way) return 'lost'
      if (before.way === later.way) return 'kept'
      return maskOf(later.by) < maskOf(prefix) ? 'caught' : 'next-hop'
    })
  const worst = ['lost', 'caught', 'next-hop', 'gained'].find((fate) =>
    fates.some((one) => one === fate),
  )
  const outcome = worst ?? 'kept'
  // Whatever goes another way is moved, caught or not.
  const alike = outcome === 'next-hop' ? ['next-hop', 'caught'] : [outcome]
  return `${prefix} ${outcome} ${fates.some((fate) => !alike.includes(fate)) ? 'partly' : 'wholly'}`
}

test('the list names every prefix the traffic uses, gains or loses, with the right word', () => {
  const live = (table: RouteEntry[]) =>
    table.filter(
      (row) =>
        row.transitRouterRouteEntryStatus === 'Active' &&
        !['', SELF].includes(row.transitRouterRouteEntryNextHopId),
    )
  const verdicts = (now: RouteEntry[], after: RouteEntry[], gained: boolean) =>
    live(gained ? after : now).map((row) =>
      verdict(now, after, row.transitRouterRouteEntryDestinationCidrBlock, gained),
    )
  fc.assert(
    fc.property(anyTable, anyTable, (now, after) => {
      const { changes, counts } = differenceOf(now, after, SELF)
      const expected = [
        ...verdicts(now, after, false),
        ...verdicts(now, after, true).filter((text) => text.includes('gained')),
      ]
      const words = changes
        .filter(({ outcome }) => outcome !== 'own')
        .map(
          ({ prefix, outcome, partly }) => `${prefix} ${outcome} ${partly ? 'partly' : 'wholly'}`,
        )
      expect(words.toSorted()).toEqual([...new Set(expected)].toSorted())
      expect(changes.map(({ outcome }) => outcome)).toEqual(
        outcomes.flatMap((outcome) => Array.from({ length: counts[outcome] }, () => outcome)),
      )
    }),
    { numRuns: 2000 },
  )
})

test('a table against itself loses and gains nothing', () => {
  fc.assert(
    fc.property(anyTable, (table) => {
      const { lost, gained, 'next-hop': moved } = differenceOf(table, table, SELF).counts
      expect([lost, gained, moved]).toEqual([0, 0, 0])
    }),
  )
})

const told = (now: RouteEntry[], after: RouteEntry[]) =>
  differenceOf(now, after, SELF).changes.map(
    ({ prefix, outcome, partly, after: parts }) =>
      `${prefix} ${partly ? 'partly ' : ''}${outcome}: ${parts
        .map(
          (part) =>
            `${part.ranges.flatMap((range) => [...blocksOf(range)]).join(',')} ${
              part.by ? `by ${part.by}` : 'no route'
            }`,
        )
        .join('; ')}`,
  )

test('a covering prefix keeps a removed one reachable and is named', () => {
  expect(told([entry('172.16.8.0/22', 'vbr')], [entry('172.16.0.0/12', 'peer')])).toEqual([
    '172.16.8.0/22 caught: 172.16.8.0/22 by 172.16.0.0/12',
    '172.16.0.0/12 partly gained: 172.16.0.0/12 by 172.16.0.0/12',
  ])
})

test('a prefix is lost only where no more specific prefix takes its addresses', () => {
  expect(
    told(
      [entry('10.0.0.0/16', 'a')],
      [entry('10.0.0.0/17', 'a'), entry('10.0.128.0/18', 'blackhole')],
    ),
  ).toEqual([
    '10.0.0.0/16 partly lost: 10.0.0.0/17 by 10.0.0.0/17; 10.0.128.0/18 by 10.0.128.0/18; 10.0.192.0/18 no route',
  ])
})

test('a prefix whose addresses all have more specific routes is kept when it goes', () => {
  const halves = [entry('10.0.0.0/9', 'a'), entry('10.128.0.0/9', 'a')]
  expect(differenceOf([entry('10.0.0.0/8', 'b'), ...halves], halves, SELF).counts.lost).toBe(0)
})

test('IPv6 prefixes are compared too and never mixed with IPv4', () => {
  expect(
    told(
      [entry('::/0', 'a'), entry('2001:db8:1::/48', 'b')],
      [entry('0.0.0.0/0', 'a'), entry('2001:db8::/32', 'b')],
    ),
  ).toEqual([
    expect.stringMatching(/^::\/0 partly lost: .*2001:db8::\/48.* by 2001:db8::\/32/),
    '0.0.0.0/0 gained: 0.0.0.0/0 by 0.0.0.0/0',
    '2001:db8:1::/48 kept: 2001:db8:1::/48 by 2001:db8::/32',
  ])
})

// A quadratic comparison of these tables takes a minute of processor time, however busy the machine.
test('ten thousand entries on each side are compared at once', () => {
  const table = (hop: string) =>
    Array.from({ length: 10_000 }, (_, index) =>
      entry(`10.${index >> 8}.${index & 255}.0/${index % 3 ? 24 : 26}`, hop),
    )
  const start = process.cpuUsage()
  const { counts } = differenceOf([...table('a'), entry('0.0.0.0/0', 'a')], table('b'), SELF)
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(4000)
  expect(counts['next-hop']).toBe(10_000)
})

test('what only the other end is told of differently stands in the list too, with both ways', () => {
  const now = [entry('10.0.0.0/8', 'a'), entry('10.1.0.0/16', 'blackhole')]
  const after = [entry('10.0.0.0/8', 'a'), entry('10.2.0.0/16', 'a')]
  const { changes } = differenceOf(now, after, SELF, {
    now: ['10.0.0.0/8', '10.1.0.0/16'],
    after: ['10.0.0.0/8', '10.2.0.0/16'],
  })
  expect(
    changes.map(({ prefix, outcome, now: ways }) => `${prefix} ${outcome} ${ways[0]?.by ?? ''}`),
  ).toEqual([
    '10.0.0.0/8 gained 10.1.0.0/16',
    '10.1.0.0/16 told 10.1.0.0/16',
    '10.2.0.0/16 told 10.0.0.0/8',
    '10.0.0.0/8 kept 10.0.0.0/8',
  ])
})
