import type { RouteMap } from '../state/cen-records'
import type { Transaction } from '../state/transaction'

/** The direction, priority and action of the policy the first VPN attachment brings. Guide, Usage notes. */
const systemPolicy = {
  TransmitDirection: 'RegionOut',
  Priority: 5000,
  MapResult: 'Deny',
} as const

// Guide: it keeps IPsec-VPN connections, VBRs and CCN instances from reaching each other.
const kept = ['VPN', 'VBR', 'CCN']

const matchesAll: RouteMap['match'] = {
  SourceChildInstanceTypes: [],
  DestinationChildInstanceTypes: [],
  SourceInstanceIds: [],
  SourceInstanceIdsReverseMatch: false,
  DestinationInstanceIds: [],
  DestinationInstanceIdsReverseMatch: false,
  SourceRegionIds: [],
  DestinationRegionIds: [],
  SourceRouteTableIds: [],
  DestinationRouteTableIds: [],
  DestinationCidrBlocks: [],
  RouteTypes: [],
  MatchAsns: [],
  MatchCommunitySet: [],
}

/** Gives every table of a router the policy of priority 5000, if the router has a VPN attachment and the table lacks it. */
export function addSystemPolicies({ state }: Transaction, transitRouterId: string): void {
  const router = state.transitRouters.get(transitRouterId)
  const hasVpn = state.attachments.first(
    ({ ResourceType, TransitRouterId }) =>
      ResourceType === 'VPN' && TransitRouterId === transitRouterId,
  )
  if (!router || !hasVpn) return
  for (const table of state.routeTables.where(
    ({ TransitRouterId }) => TransitRouterId === transitRouterId,
  )) {
    const present = state.routeMaps.first(
      (map) => map.system && map.TransitRouterRouteTableId === table.id,
    )
    if (present) continue
    state.routeMaps.put({
      ...systemPolicy,
      // One per table, so the table's id gives a stable one.
      id: table.id.replace('vtb-', 'cenrmap-'),
      CenId: router.CenId,
      CenRegionId: router.RegionId,
      TransitRouterRouteTableId: table.id,
      Status: 'Active',
      Description: '',
      system: true,
      match: {
        ...matchesAll,
        SourceChildInstanceTypes: kept,
        DestinationChildInstanceTypes: kept,
      },
      OperateCommunitySet: [],
      PrependAsPath: [],
    })
  }
}

/** The route table an attachment forwards by: while an association is being replaced, still the previous one. */
export function forwardingTable(
  { state }: Pick<Transaction, 'state'>,
  attachmentId: string,
): string {
  const association = state.associations.get(attachmentId)
  if (!association || association.Status === 'Associating') return ''
  return association.Status === 'Replacing'
    ? association.previousTableId
    : association.TransitRouterRouteTableId
}
