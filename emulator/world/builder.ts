import { createHash } from 'node:crypto'

import { addSystemPolicies } from '../routers/route-tables'
import type { Attachment, Prefix, RouteTable, TransitRouter } from '../state/cen-records'
import type { State } from '../state/state'
import { newTransaction, type Transaction } from '../state/transaction'

const day = 86_400_000

/** An id that is the same in every world: made of its prefix and a name. */
export function stableId(prefix: string, name: string): string {
  const digest = createHash('sha256').update(`${prefix}/${name}`).digest()
  const body = Array.from(digest.subarray(0, 18), (byte) => (byte % 36).toString(36))
  return `${prefix}-${body.join('')}`
}

/** What the functions of a world write to: `now` is when the world begins, records are some days older. */
export interface Builder extends Transaction {
  readonly age: (days: number) => number
}

export function newBuilder(state: State, now: number): Builder {
  return {
    ...newTransaction(state, now, (ms) => ms),
    age: (days) => now - days * day,
  }
}

export function addCen(b: Builder, owner: number, name: string, description = ''): string {
  const id = stableId('cen', name)
  b.state.cens.put({
    id,
    owner,
    Name: name,
    Description: description,
    Status: 'Active',
    ResourceGroupId: 'rg-acfm000000000000',
    createdAt: b.age(400),
    tags: [],
  })
  return id
}

/** A router with its system table and custom tables of the given names. */
export function addRouter(
  b: Builder,
  cenId: string,
  options: { name: string; region: string; cidr?: string; tables?: readonly string[] },
): { router: TransitRouter; tables: Record<string, RouteTable> } {
  const { name, region, cidr, tables = [] } = options
  const cen = b.state.cens.get(cenId)
  const router = b.state.transitRouters.put({
    id: stableId('tr', name),
    owner: cen?.owner ?? 0,
    CenId: cenId,
    RegionId: region,
    Status: 'Active',
    Type: 'Enterprise',
    SupportMulticast: false,
    TransitRouterName: name,
    TransitRouterDescription: '',
    createdAt: b.age(390),
    tags: [],
  })
  if (cidr)
    b.state.cidrs.put({
      id: stableId('cidr', name),
      TransitRouterId: router.id,
      Cidr: cidr,
      Name: 'vpn-gateways',
      Description: '',
      PublishCidrRoute: true,
    })
  const made: Record<string, RouteTable> = {}
  for (const table of ['system', ...tables])
    made[table] = b.state.routeTables.put({
      id: stableId('vtb', `${name}/${table}`),
      TransitRouterId: router.id,
      TransitRouterRouteTableType: table === 'system' ? 'System' : 'Custom',
      TransitRouterRouteTableName: table === 'system' ? '' : table,
      TransitRouterRouteTableDescription: '',
      TransitRouterRouteTableStatus: 'Active',
      MultiRegionECMP: 'disable',
      createdAt: b.age(390),
      tags: [],
    })
  return { router, tables: made }
}

/** An attachment that is up: associated with `table` (if any) and propagating to `propagate`. */
export function addAttachment(
  b: Builder,
  router: TransitRouter,
  options: {
    name: string
    type: Attachment['ResourceType']
    resource: string
    owner?: number
    region?: string
    zones?: Attachment['zones']
    prefixes?: readonly Prefix[]
    publish?: boolean
    bandwidth?: number
    table?: RouteTable | undefined
    propagate?: readonly (RouteTable | undefined)[]
    days?: number
    tags?: Attachment['tags']
  },
): Attachment {
  const attachment = b.state.attachments.put({
    id: stableId('tr-attach', `${router.TransitRouterName}/${options.name}`),
    owner: router.owner,
    CenId: router.CenId,
    TransitRouterId: router.id,
    ResourceType: options.type,
    ResourceId: options.resource,
    ResourceOwnerId: options.owner ?? router.owner,
    ResourceRegionId: options.region ?? router.RegionId,
    Status: 'Attached',
    TransitRouterAttachmentName: options.name,
    TransitRouterAttachmentDescription: '',
    AutoPublishRouteEnabled: options.publish ?? true,
    ChargeType: 'POSTPAY',
    OrderType: 'PayByCenOwner',
    createdAt: b.age(options.days ?? 200),
    tags: options.tags ?? [],
    zones: options.zones ?? [],
    prefixes: options.prefixes ?? [],
    bandwidth: options.bandwidth ?? 0,
  })
  if (options.table)
    b.state.associations.put({
      id: attachment.id,
      TransitRouterRouteTableId: options.table.id,
      Status: 'Active',
      previousTableId: '',
    })
  for (const table of options.propagate ?? []) {
    if (!table) continue
    b.state.propagations.put({
      id: `${attachment.id}/${table.id}`,
      TransitRouterAttachmentId: attachment.id,
      TransitRouterRouteTableId: table.id,
      Status: 'Active',
    })
  }
  addSystemPolicies(b, router.id)
  return attachment
}

/** A static route; without a next hop, a black hole. */
export function addStaticRoute(
  b: Builder,
  table: RouteTable | undefined,
  destination: string,
  options: { via?: Attachment; name: string },
): void {
  if (!table) return
  b.state.routes.put({
    id: stableId('rte', `${table.id}/${destination}`),
    TransitRouterRouteTableId: table.id,
    destination,
    nextHopType: options.via ? 'Attachment' : 'BlackHole',
    nextHopId: options.via?.id ?? '',
    name: options.name,
    description: '',
    Status: 'Active',
    createdAt: b.age(100),
  })
}

/** A VPC's own prefix. */
export const system = (cidr: string): Prefix => ({
  cidr,
  origin: 'System',
  asPath: [],
  communities: [],
})

/** A prefix learned over BGP along an AS path. */
export const learned = (cidr: string, ...asPath: string[]): Prefix => ({
  cidr,
  origin: 'BGP',
  asPath,
  communities: [],
})
