import fc from 'fast-check'
import { expect, test } from 'vitest'

import { advertised } from '../routers/routes/advertised'
import type { Route } from '../routers/routes/route'
import { tableRoutes } from '../routers/routes/table-routes'
import type { Attachment } from '../state/cen-records'
import { newState, type State } from '../state/state'
import {
  addAttachment,
  addCen,
  addRouter,
  addStaticRoute,
  learned,
  newBuilder,
  system,
} from '../world/builder'
import { addVpn } from '../world/vpn-builder'

// Few prefixes, so that they collide.
const prefix = fc.constantFrom(
  '10.0.0.0/8',
  '10.1.0.0/16',
  '10.2.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/24',
)
const prefixes = fc.uniqueArray(prefix, { maxLength: 4 })

interface Plan {
  readonly type: 'VPC' | 'VBR' | 'VPN'
  readonly prefixes: readonly string[]
  readonly path: number
  readonly up: boolean
  readonly propagates: readonly [boolean, boolean]
  readonly table: number
}

const plan: fc.Arbitrary<Plan> = fc.record({
  type: fc.constantFrom('VPC', 'VBR', 'VPN'),
  prefixes,
  path: fc.integer({ min: 1, max: 3 }),
  up: fc.boolean(),
  propagates: fc.tuple(fc.boolean(), fc.boolean()),
  table: fc.integer({ min: 0, max: 2 }),
})
const plans = fc.array(plan, { maxLength: 6 })
const statics = fc.array(fc.tuple(prefix, fc.nat(1)), { maxLength: 3 })

function build(attachments: readonly Plan[], fixed: readonly [string, number][]) {
  const state = newState()
  const b = newBuilder(state, Date.UTC(2026, 0, 1))
  const { router, tables } = addRouter(b, addCen(b, 1, 'cen'), {
    name: 'router',
    region: 'eu-central-1',
    cidr: '10.255.0.0/20',
    tables: ['custom'],
  })
  const both = [tables['system']!, tables['custom']!]
  const made = attachments.map((item, n) => {
    const routing = {
      table: both[item.table],
      propagate: both.filter((_, index) => item.propagates[index]),
    }
    const name = `a${n}`
    const asPath = Array.from({ length: item.path }, (_, hop) => String(65000 + hop))
    if (item.type !== 'VPN')
      return addAttachment(b, router, {
        ...routing,
        name,
        type: item.type,
        resource: name,
        prefixes: item.prefixes.map((cidr) =>
          item.type === 'VPC' ? system(cidr) : learned(cidr, ...asPath),
        ),
      })
    const tunnel = {
      gateway: 'cgw',
      cidr: '169.254.10.0/30',
      bgpUp: item.up,
      learns: item.prefixes.map((cidr) => learned(cidr, ...asPath)),
    }
    return addVpn(
      b,
      router,
      { name, owner: 1, region: 'eu-central-1', bgp: true, tunnels: [tunnel] },
      routing,
    )
  })
  for (const [cidr, index] of fixed) addStaticRoute(b, both[index], cidr, { name: cidr })
  return { state, both, made }
}

const key = ({ destination, nextHopId, type }: Route) => `${type} ${destination} ${nextHopId}`

test('a table holds exactly its static routes and what its propagations bring', () => {
  fc.assert(
    fc.property(plans, statics, (attachments, fixed) => {
      const { state, both, made } = build(attachments, fixed)
      both.forEach((table, index) => {
        const expected = new Set<string>()
        for (const [cidr, where] of fixed) if (where === index) expected.add(`Static ${cidr} `)
        attachments.forEach((item, n) => {
          const silent = item.type === 'VPN' && !item.up
          if (!item.propagates[index] || silent) return
          for (const cidr of item.prefixes) expected.add(`Propagated ${cidr} ${made[n]!.id}`)
        })
        const routes = tableRoutes(state, table.id)
        expect(new Set(routes.map(key))).toEqual(expected)
        expect(routes).toHaveLength(expected.size)
      })
    }),
  )
})

// A static route; else the first VPC; else all of the first kind of network that comes by the shortest path.
function winners(group: readonly Route[]): Route[] {
  const fixed = group.filter(({ type }) => type === 'Static')
  if (fixed.length > 0) return fixed
  const vpc = group.find(({ originResourceType }) => originResourceType === 'VPC')
  if (vpc) return [vpc]
  const shortest = Math.min(...group.map(({ asPath }) => asPath.length))
  const near = group.filter(({ asPath }) => asPath.length === shortest)
  return near.filter(({ originResourceType }) => originResourceType === near[0]?.originResourceType)
}

test('of one destination a static route wins, else one kind of network forwards, by the shortest path', () => {
  fc.assert(
    fc.property(plans, statics, (attachments, fixed) => {
      const { state, both } = build(attachments, fixed)
      for (const table of both) {
        const routes = tableRoutes(state, table.id)
        for (const destination of new Set(routes.map((route) => route.destination))) {
          const group = routes.filter((route) => route.destination === destination)
          expect(group.filter(({ status }) => status === 'Active')).toEqual(winners(group))
        }
      }
    }),
  )
})

test('what an attachment is told is its table’s active routes but its own, and nothing of VPN or VBR to VPN or VBR', () => {
  const kept = new Set(['VPN', 'VBR', 'CCN'])
  fc.assert(
    fc.property(plans, statics, (attachments, fixed) => {
      const { state, both, made } = build(attachments, fixed)
      const isGuarded = attachments.some(({ type }) => type === 'VPN')
      made.forEach((attachment, n) => {
        const item = attachments[n]!
        const table = both[item.table]
        const isSilent = !table || (item.type === 'VPN' && !item.up)
        const expected = isSilent
          ? []
          : tableRoutes(state, table.id).filter(
              (route) =>
                route.status === 'Active' &&
                route.nextHopId !== attachment.id &&
                !(isGuarded && kept.has(item.type) && kept.has(route.originResourceType)),
            )
        expect(advertised(state, attachment.id)).toEqual(expected)
      })
    }),
  )
})

function withPolicy(state: State, attachment: Attachment, direction: 'RegionIn' | 'RegionOut') {
  const table = state.associations.get(attachment.id)?.TransitRouterRouteTableId ?? ''
  const model = state.routeMaps.all()[0]!
  const add = (fields: Partial<typeof model>, match: Partial<(typeof model)['match']> = {}) =>
    state.routeMaps.put({
      ...model,
      id: `cenrmap-${state.routeMaps.size}`,
      TransitRouterRouteTableId: table,
      TransmitDirection: direction,
      system: false,
      ...fields,
      match: {
        ...model.match,
        SourceChildInstanceTypes: [],
        DestinationChildInstanceTypes: [],
        ...match,
      },
    })
  return { add, routes: () => tableRoutes(state, table) }
}

const vbr: Plan = {
  type: 'VBR',
  prefixes: ['10.1.0.0/16', '172.16.0.0/12'],
  path: 1,
  up: true,
  propagates: [true, false],
  table: 0,
}
const vpn: Plan = { ...vbr, type: 'VPN', prefixes: ['192.168.0.0/24'] }

test('a policy of the way in prohibits a route, or changes its attributes', () => {
  const { state, made } = build([vbr, vpn], [])
  const { add, routes } = withPolicy(state, made[0]!, 'RegionIn')
  add({
    Priority: 20,
    MapResult: 'Permit',
    Preference: 10,
    PrependAsPath: ['1', '1'],
    OperateCommunitySet: ['9:9'],
  })
  add(
    { Priority: 10, MapResult: 'Deny' },
    { DestinationCidrBlocks: ['10.0.0.0/8'], CidrMatchMode: 'Include' },
  )
  expect(
    routes().map(({ destination, status, preference, asPath, communities }) => [
      destination,
      status,
      preference,
      asPath,
      communities,
    ]),
  ).toEqual([
    ['10.1.0.0/16', 'Prohibited', 50, ['65000'], []],
    ['172.16.0.0/12', 'Active', 10, ['1', '1', '65000'], ['9:9']],
    ['192.168.0.0/24', 'Active', 10, ['1', '1', '65000'], ['9:9']],
  ])
})

test.each<[string, object, boolean]>([
  ['its type', { SourceChildInstanceTypes: ['VBR'] }, true],
  ['another type', { SourceChildInstanceTypes: ['VPC'] }, false],
  ['its instance', { SourceInstanceIds: ['a0'] }, true],
  [
    'any but its instance',
    { SourceInstanceIds: ['a0'], SourceInstanceIdsReverseMatch: true },
    false,
  ],
  ['its region', { SourceRegionIds: ['eu-central-1'] }, true],
  ['another region', { SourceRegionIds: ['cn-beijing'] }, false],
  ['its block exactly', { DestinationCidrBlocks: ['10.1.0.0/16'] }, true],
  ['a wider block exactly', { DestinationCidrBlocks: ['10.0.0.0/8'] }, false],
  ['its route type', { RouteTypes: ['BGP'] }, true],
  ['another route type', { RouteTypes: ['System'] }, false],
  ['an AS of its path', { MatchAsns: ['65000', '7'] }, true],
  ['the whole path', { MatchAsns: ['65000'], AsPathMatchMode: 'Complete' }, true],
  ['more than the path', { MatchAsns: ['65000', '7'], AsPathMatchMode: 'Complete' }, false],
  ['a community', { MatchCommunitySet: ['1:1'] }, false],
  ['IPv6', { MatchAddressType: 'IPv6' }, false],
  ['the destination’s type', { DestinationChildInstanceTypes: ['VPC'] }, true],
  ['another destination', { DestinationInstanceIds: ['a0'] }, false],
])('a policy of the way out that matches %s', (_, match, hit) => {
  const vpc: Plan = { ...vbr, type: 'VPC', prefixes: [] }
  const { state, made } = build([vbr, vpn, vpc], [])
  const told = () => advertised(state, made[2]!.id).map(({ destination }) => destination)
  expect(told()).toContain('10.1.0.0/16')
  withPolicy(state, made[2]!, 'RegionOut').add({ Priority: 1, MapResult: 'Deny' }, match)
  expect(told().includes('10.1.0.0/16')).toBe(!hit)
})

test('a permit of higher priority lets a data centre reach another past the policy of 5000', () => {
  const { state, made } = build([vbr, vpn], [])
  const told = () => advertised(state, made[1]!.id).map(({ destination }) => destination)
  expect(told()).toEqual([])
  withPolicy(state, made[1]!, 'RegionOut').add({ Priority: 1, MapResult: 'Permit' })
  expect(told()).toEqual(['10.1.0.0/16', '172.16.0.0/12'])
})

test('without automatic advertisement, or without BGP, a VPN is told nothing', () => {
  const vpc: Plan = { ...vbr, type: 'VPC' }
  const { state, made } = build([vpc, vpn], [])
  const id = made[1]!.id
  expect(advertised(state, id)).toHaveLength(2)
  state.attachments.patch(id, { AutoPublishRouteEnabled: false })
  expect(advertised(state, id)).toEqual([])
  state.attachments.patch(id, { AutoPublishRouteEnabled: true })
  state.connections.patch(made[1]!.ResourceId, { EnableBgp: false })
  expect(advertised(state, id)).toEqual([])
})
