import { expect, test } from 'vitest'

import { attachStateOf } from '@/lib/ipsec-connections/attach-state'
import { lightsOf } from '@/lib/ipsec-connections/lights'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'
import { isChanging } from '@/lib/query/polling'
import { STATES, type StateKind, toneOf } from '@/lib/states/table'
import en from '@/messages/en.json'
import zhCN from '@/messages/zh-CN.json'

const kinds = Object.keys(STATES) as StateKind[]
const rows = kinds.flatMap((kind) => Object.keys(STATES[kind]).map((state) => `${kind}.${state}`))

const wordsOf = (catalogue: object): string[] =>
  Object.entries(catalogue).flatMap(([kind, words]) =>
    Object.keys(words as object).map((state) => `${kind}.${state}`),
  )

test('every state has a word in both languages, and there is no other word', () => {
  expect(wordsOf(en.states).toSorted()).toEqual(rows.toSorted())
  expect(wordsOf(zhCN.states).toSorted()).toEqual(rows.toSorted())
})

/** The values that Alibaba documents, by call and field. */
const DOCUMENTED = {
  'DescribeCens.Status': 'Creating Active Modifying Deleting',
  'ListTransitRouters.Status': 'Creating Active Modifying Deleting Upgrading',
  'ListTransitRouterVpnAttachments.Status': 'Attaching Attached Detaching Modifying',
  'ListTransitRouterPeerAttachments.Status': 'Attaching Attached Detaching Detached',
  'ListTransitRouterRouteTables.TransitRouterRouteTableStatus': 'Creating Active Updating Deleting',
  'ListTransitRouterRouteTableAssociations.Status':
    'Associating Active Dissociating Replacing Deleted',
  'ListTransitRouterRouteTablePropagations.Status': 'Enabling Active Disabling',
  'ListTransitRouterRouteEntries.TransitRouterRouteEntryStatus':
    'Creating Active Deleting Rejected Prohibited Standby Candidate',
  'DescribeCenRouteMaps.Status': 'Creating Active Deleting',
}

test.each(Object.entries(DOCUMENTED))('each value of %s has a row', (_, values) => {
  expect(values.split(' ').filter((state) => !(state in STATES.resource))).toEqual([])
})

test('what the cloud still works on is shown as changing, and nothing else is', () => {
  for (const [state, tone] of Object.entries({ ...STATES.resource, ...STATES.connection }))
    expect(`${state} ${tone === 'changing'}`).toBe(`${state} ${isChanging(state)}`)
})

// Alibaba: DescribeVpnConnection, State and AttachType.
const BINDINGS: Record<string, string> = {
  NO_ASSOCIATED: 'init active',
  CEN: 'attached attaching detaching financialLocked provisioning updating upgrading deleted',
  VPNGW: 'attached',
}

test.each(Object.entries(BINDINGS))('each binding by %s has a row', (attachType, states) => {
  for (const state of states.split(' '))
    expect(Object.keys(STATES.connection)).toContain(attachStateOf({ state, attachType }))
})

const connection = (tunnel: object, rest: object = {}): IpsecConnection =>
  // Only what the lights look at.
  ({ attachType: 'CEN', enableBgp: true, tunnels: [tunnel], ...rest }) as unknown as IpsecConnection

// Alibaba: DescribeVpnConnection, Status of a tunnel, of its BGP session, and of the health check.
test.each([
  ...[
    'ike_sa_not_established',
    'ike_sa_established',
    'ipsec_sa_not_established',
    'ipsec_sa_established',
  ].map((status) => connection({ status })),
  ...['success', 'failed', 'false'].map((status) => connection({ status: '', bgp: { status } })),
  ...['success', 'failed'].map((status) =>
    connection({ status: '' }, { healthCheck: { enable: true, status } }),
  ),
])('the lights of documented states have a row: %j', (given) => {
  for (const { word } of Object.values(lightsOf(given)))
    expect(Object.keys(STATES.light)).toContain(word)
})

test('a word that nobody documents is neutral, or changing by its ending', () => {
  expect(toneOf('resource', 'Frozen')).toBe('neutral')
  expect(toneOf('resource', 'Migrating')).toBe('changing')
  expect(toneOf('resource', 'constructor')).toBe('neutral')
})
