import fc from 'fast-check'
import { expect, test } from 'vitest'

import { toldOf } from '@/lib/route-tables/advertisement'
import type { RouteEntry } from '@/lib/route-tables/schema'
import { entry, SELF } from '@/lib/route-tables/test/entry'
import { wayBackOf } from '@/lib/route-tables/way-back'
import type { RoutingPolicy } from '@/lib/routing-policies/schema'

const WORLD = 5
const addresses = Array.from({ length: 2 ** WORLD }, (_, at) => at)
const OTHERS = ['a', 'b', 'c']
const TABLES = ['red', 'green', 'blue']

const prefixOf = (row: RouteEntry) => row.transitRouterRouteEntryDestinationCidrBlock

const block = fc
  .record({ length: fc.integer({ min: 32 - WORLD, max: 32 }), at: fc.nat({ max: 2 ** WORLD - 1 }) })
  .map(({ length, at }) => `10.0.0.${at - (at % 2 ** (32 - length))}/${length}`)

const route = fc
  .record({
    prefix: block,
    hop: fc.constantFrom(...OTHERS, SELF, 'blackhole'),
    status: fc.constantFrom('Active', 'Active', 'Active', 'Rejected'),
    type: fc.constantFrom('VPC', 'VBR', 'VPN', 'CCN'),
    asn: fc.constantFrom('65001', '65002'),
  })
  .map(({ prefix, hop, status, type, asn }) => {
    const made = entry(prefix, hop, status, hop === SELF ? 'VPN' : type)
    return { ...made, pathAttributes: { ...made.pathAttributes, asPaths: [asn] } }
  })

const NO_CONDITION = {
  routeMapId: '',
  cenId: '',
  cenRegionId: '',
  transitRouterRouteTableId: '',
  description: '',
  sourceInstanceIds: [],
  sourceInstanceIdsReverseMatch: false,
  sourceRegionIds: [],
  sourceRouteTableIds: [],
  destinationInstanceIds: [],
  destinationInstanceIdsReverseMatch: false,
  destinationRegionIds: [],
  destinationRouteTableIds: [],
  matchAddressType: '',
  routeTypes: [],
  asPathMatchMode: 'Include',
  matchCommunitySet: [],
  communityMatchMode: '',
  operateCommunitySet: [],
  communityOperateMode: '',
  prependAsPath: [],
}

const some = (of: fc.Arbitrary<string>) =>
  fc.oneof(fc.constant<string[]>([]), fc.array(of, { maxLength: 2 }))
const types = some(fc.constantFrom('VPC', 'VBR', 'VPN', 'CCN'))

const policy = fc
  .record({
    priority: fc.constantFrom(1, 10, 20, 30, 5000),
    nextPriority: fc.constantFrom(undefined, undefined, 15, 30),
    status: fc.constantFrom('Active', 'Active', 'Creating'),
    transmitDirection: fc.constantFrom('RegionOut', 'RegionOut', 'RegionIn'),
    mapResult: fc.constantFrom('Permit', 'Deny'),
    sourceChildInstanceTypes: types,
    destinationChildInstanceTypes: types,
    destinationCidrBlocks: some(block),
    cidrMatchMode: fc.constantFrom('Include', 'Complete'),
    matchAsns: some(fc.constantFrom('65001', '65002')),
  })
  .map(({ nextPriority, ...rest }): RoutingPolicy => ({
    ...NO_CONDITION,
    ...rest,
    ...(nextPriority !== undefined && { nextPriority }),
  }))

/** A black hole is written by hand, and a prefix has one static route at most. */
const table = fc
  .array(route, { maxLength: 10 })
  .map((rows) =>
    rows.filter(
      (row) =>
        row.transitRouterRouteEntryNextHopId !== '' ||
        rows.every(
          (other) =>
            other.transitRouterRouteEntryNextHopId === '' || prefixOf(other) !== prefixOf(row),
        ),
    ),
  )

/** A router: the routes of its tables, by which of them each attachment forwards, policies, and what home announces. */
const router = fc.record({
  tables: fc.record(Object.fromEntries(TABLES.map((name) => [name, table]))),
  tableOf: fc.record(
    Object.fromEntries(OTHERS.map((name) => [name, fc.constantFrom(...TABLES, '')])),
  ),
  policies: fc.uniqueArray(policy, { maxLength: 4, selector: ({ priority }) => priority }),
  home: fc.array(block, { maxLength: 3 }),
})

const holds = (prefix: string, at: number) => {
  const [host = '', length = ''] = prefix.split('/')
  const first = Number(host.split('.')[3])
  return at >= first && at < first + 2 ** (32 - Number(length))
}
const lengthOf = (prefix: string) => Number(prefix.split('/')[1])

/** Where a packet to 10.0.0.`at` goes from an attachment, asked of every entry in turn. */
function next(rows: RouteEntry[], at: number): string[] {
  const live = rows.filter(
    (row) => row.transitRouterRouteEntryStatus === 'Active' && holds(prefixOf(row), at),
  )
  const longest = Math.max(...live.map((row) => lengthOf(prefixOf(row))))
  return live
    .filter((row) => lengthOf(prefixOf(row)) === longest)
    .map((row) => row.transitRouterRouteEntryNextHopId)
}

/** Whether a route is let out to a VPN attachment, by the conditions these policies can have. */
function isLetOut(policies: RoutingPolicy[], row: RouteEntry): boolean {
  let at = 0
  for (;;) {
    const candidates = policies.filter(
      (one) =>
        one.status === 'Active' &&
        one.transmitDirection === 'RegionOut' &&
        one.priority >= at &&
        isMet(one, row),
    )
    const first = candidates.toSorted((a, b) => a.priority - b.priority)[0]
    if (!first) return true
    if (first.mapResult === 'Deny') return false
    if (first.nextPriority === undefined || first.nextPriority <= first.priority) {
      // One that points back to itself or before it lets the next ones of higher number decide.
      if (first.nextPriority === undefined) return true
      policies = policies.filter(({ priority }) => priority > first.priority)
    }
    at = Math.max(first.nextPriority, 0)
    policies = policies.filter(({ priority }) => priority !== first.priority)
  }
}

function isMet(one: RoutingPolicy, row: RouteEntry): boolean {
  const prefix = prefixOf(row)
  const inside = (outer: string) =>
    one.cidrMatchMode === 'Complete'
      ? outer === prefix
      : lengthOf(outer) <= lengthOf(prefix) &&
        addresses.every((at) => !holds(prefix, at) || holds(outer, at))
  return (
    (one.sourceChildInstanceTypes.length === 0 ||
      one.sourceChildInstanceTypes.includes(row.transitRouterRouteEntryOriginResourceType)) &&
    (one.destinationChildInstanceTypes.length === 0 ||
      one.destinationChildInstanceTypes.includes('VPN')) &&
    (one.destinationCidrBlocks.length === 0 || one.destinationCidrBlocks.some(inside)) &&
    (one.matchAsns.length === 0 ||
      one.matchAsns.some((asn) => row.pathAttributes.asPaths.includes(asn)))
  )
}

test('of 1,000 generated routers each policy and each way back is as an independent look says', () => {
  fc.assert(
    fc.property(router, ({ tables, tableOf, policies, home }) => {
      const given = {
        tableOf: new Map(Object.entries(tableOf)),
        entriesOf: new Map(Object.entries(tables)),
      }
      for (const rows of Object.values(tables)) {
        const live = rows.filter(
          (row) =>
            row.transitRouterRouteEntryStatus === 'Active' &&
            row.transitRouterRouteEntryNextHopId !== SELF,
        )
        const told = live.filter((row) => isLetOut(policies, row)).map(prefixOf)
        const said = [...toldOf(rows, SELF, policies)].flatMap(([prefix, verdict]) =>
          verdict.told ? [prefix] : [],
        )
        expect(said.toSorted()).toEqual([...new Set(told)].toSorted())
      }
      const asked = addresses.filter((at) => home.some((prefix) => holds(prefix, at)))
      for (const hop of OTHERS) {
        const rows = tables[tableOf[hop] ?? ''] ?? []
        const ways = asked.map((at) => next(rows, at))
        const back = ways.filter((way) => way.includes(SELF)).length
        const away = ways.some((way) => way.some((id) => OTHERS.includes(id) && id !== hop))
        const expected =
          asked.length === 0
            ? 'silent'
            : back === asked.length
              ? 'back'
              : back > 0
                ? 'partly'
                : away
                  ? 'elsewhere'
                  : 'none'
        const { state, parts } = wayBackOf(
          { attachmentId: hop, resourceType: 'VPC' },
          home,
          SELF,
          given,
        )
        expect(state).toBe(expected)
        const size = parts
          .flatMap(({ ranges }) => ranges)
          .reduce((sum, r) => sum + r.to - r.from, 0n)
        expect(Number(size)).toBe(asked.length)
      }
    }),
    { numRuns: 1000 },
  )
})

test('the way back of another region, and of a table that was not read, is not guessed', () => {
  const none = { tableOf: new Map([['a', 'red']]), entriesOf: new Map() }
  const hop = (resourceType: string) => ({ attachmentId: 'a', resourceType })
  expect(wayBackOf(hop('TR'), ['10.0.0.0/8'], SELF, none).state).toBe('peer')
  expect(wayBackOf(hop('VPC'), ['10.0.0.0/8'], SELF, none).state).toBe('unread')
  expect(wayBackOf({ ...hop('VPC'), attachmentId: 'b' }, ['10.0.0.0/8'], SELF, none).state).toBe(
    'unread',
  )
})

test('a prefix that finds only a more general way back is told with the route that takes it', () => {
  const { state, parts } = wayBackOf(
    { attachmentId: 'a', resourceType: 'VPC' },
    ['10.20.0.0/20'],
    SELF,
    {
      tableOf: new Map([['a', 'red']]),
      entriesOf: new Map([['red', [entry('0.0.0.0/0', 'b')]]]),
    },
  )
  expect([state, parts[0]?.by]).toEqual(['elsewhere', '0.0.0.0/0'])
})
