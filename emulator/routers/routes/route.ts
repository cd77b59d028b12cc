import type { ResourceType, StaticRoute } from '../../state/cen-records'

/** Alibaba: ListTransitRouterRouteEntries, TransitRouterRouteEntryStatus. What sets them apart is ours: see README. */
export type RouteStatus =
  | 'Active'
  | 'Creating'
  | 'Deleting'
  | 'Rejected'
  | 'Prohibited'
  | 'Standby'
  | 'Candidate'

/** One route of a table, as computed from the state. */
export interface Route {
  readonly destination: string
  readonly type: 'Static' | 'Propagated'
  readonly status: RouteStatus
  readonly nextHopType: 'Attachment' | 'BlackHole'
  /** Next hop attachment and the resource behind it; empty for a black hole. */
  readonly nextHopId: string
  readonly nextHopResourceId: string
  readonly nextHopResourceType: ResourceType | ''
  /** Where the prefix came from. */
  readonly originResourceId: string
  readonly originResourceType: ResourceType | ''
  readonly originRegionId: string
  readonly origin: 'System' | 'Custom' | 'BGP'
  readonly asPath: readonly string[]
  readonly communities: readonly string[]
  /** 1 to 100, the lower the better. */
  readonly preference: number
  /** A backup by its own account: a connection's route of weight 0. */
  readonly isBackup: boolean
  /** PermitVbr on the router's own CIDR route. */
  readonly tag: string
  /** Of a static route: the record it comes from. */
  readonly record?: StaticRoute
}
