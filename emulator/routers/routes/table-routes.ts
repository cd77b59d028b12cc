import type { Attachment, StaticRoute } from '../../state/cen-records'
import type { State } from '../../state/state'
import { resolveConflicts } from './conflicts'
import { applyPolicies } from './policy'
import type { Route } from './route'
import { routesOf } from './sources'

const computed = new WeakMap<State, { revision: number; tables: Map<string, readonly Route[]> }>()

/** Every route of a table, whatever its status: static ones, then what propagates. Computed once per change of the state. */
export function tableRoutes(state: State, tableId: string): readonly Route[] {
  let cache = computed.get(state)
  if (cache?.revision !== state.revision) {
    cache = { revision: state.revision, tables: new Map() }
    computed.set(state, cache)
  }
  let routes = cache.tables.get(tableId)
  if (!routes) {
    routes = compute(state, tableId)
    cache.tables.set(tableId, routes)
  }
  return routes
}

function compute(state: State, tableId: string): Route[] {
  const fixed = state.routes
    .where(({ TransitRouterRouteTableId }) => TransitRouterRouteTableId === tableId)
    .map((record) => staticRoute(state, record))
  const policies = state.routeMaps.where(
    (map) =>
      map.TransitRouterRouteTableId === tableId &&
      map.TransmitDirection === 'RegionIn' &&
      map.Status === 'Active',
  )
  const attachments = propagating(state, tableId)
  const learned = attachments
    .flatMap((attachment) => routesOf(state, attachment))
    .map((route): Route => {
      return applyPolicies(policies, route, tableId) ?? { ...route, status: 'Prohibited' }
    })
  const cidrs = attachments.flatMap((attachment) => cidrRoutes(state, attachment))
  const unique = new Map(cidrs.map((route) => [`${route.destination} ${route.nextHopId}`, route]))
  return resolveConflicts([...fixed, ...unique.values(), ...learned])
}

function propagating(state: State, tableId: string): Attachment[] {
  return state.propagations
    .where(
      ({ TransitRouterRouteTableId, Status }) =>
        // While it is being disabled, the table still has the routes.
        TransitRouterRouteTableId === tableId && Status !== 'Enabling',
    )
    .flatMap(
      ({ TransitRouterAttachmentId }) =>
        // An attachment that is gone has no propagation; flatMap leaves out what is missing.
        state.attachments.get(TransitRouterAttachmentId) ?? [],
    )
}

function staticRoute(state: State, record: StaticRoute): Route {
  const attachment = state.attachments.get(record.nextHopId)
  return {
    destination: record.destination,
    type: 'Static',
    status: record.Status === 'Creating' || record.Status === 'Deleting' ? record.Status : 'Active',
    nextHopType: record.nextHopType,
    nextHopId: record.nextHopId,
    nextHopResourceId: attachment?.ResourceId ?? '',
    nextHopResourceType: attachment?.ResourceType ?? '',
    originResourceId: attachment?.ResourceId ?? '',
    originResourceType: attachment?.ResourceType ?? '',
    originRegionId: attachment?.ResourceRegionId ?? '',
    origin: 'Custom',
    asPath: [],
    communities: [],
    preference: 50,
    isBackup: false,
    tag: '',
    record,
  }
}

// Alibaba: with PublishCidrRoute a private VPN attachment brings a black hole for the router's CIDR block, told to VBRs
// only, and a route to its gateway address.
function cidrRoutes(state: State, attachment: Attachment): Route[] {
  if (attachment.ResourceType !== 'VPN' || attachment.Status === 'Attaching') return []
  const connection = state.connections.get(attachment.ResourceId)
  if (connection?.NetworkType !== 'private') return []
  return state.cidrs
    .by('TransitRouterId', attachment.TransitRouterId)
    .filter(({ PublishCidrRoute }) => PublishCidrRoute)
    .flatMap((cidr) => {
      const gateways = state.allocations
        .by('AttachmentId', attachment.id)
        .filter(({ TransitRouterCidrId }) => TransitRouterCidrId === cidr.id)
      if (gateways.length === 0) return []
      return [
        systemRoute(cidr.Cidr, { tag: 'PermitVbr' }),
        ...gateways.map(({ AllocatedCidrBlock }) =>
          systemRoute(AllocatedCidrBlock, { attachment }),
        ),
      ]
    })
}

function systemRoute(
  destination: string,
  { tag = '', attachment }: { tag?: string; attachment?: Attachment },
): Route {
  return {
    destination,
    type: 'Propagated',
    status: 'Active',
    nextHopType: attachment ? 'Attachment' : 'BlackHole',
    nextHopId: attachment?.id ?? '',
    nextHopResourceId: attachment?.ResourceId ?? '',
    nextHopResourceType: attachment?.ResourceType ?? '',
    originResourceId: attachment?.ResourceId ?? '',
    originResourceType: attachment?.ResourceType ?? '',
    originRegionId: attachment?.ResourceRegionId ?? '',
    origin: 'System',
    asPath: [],
    communities: [],
    preference: 50,
    isBackup: false,
    tag,
  }
}
