import type { OperationState } from '@/lib/operations/schema'
import type { Tag } from '@/lib/tags/schema'

export interface RouteTable {
  transitRouterRouteTableId: string
  transitRouterRouteTableName: string
  transitRouterRouteTableDescription: string
  /** `Creating`, `Active`, `Deleting`; others are shown as they come. */
  transitRouterRouteTableStatus: string
  /** `System` (the default table) or `Custom`. */
  transitRouterRouteTableType: string
  transitRouterId: string
  regionId: string
  createTime: string
  multiRegionECMP: boolean
  tags: Tag[]
}

/** An attachment forwards by this table. An attachment has at most one association. */
export interface Association {
  transitRouterAttachmentId: string
  transitRouterRouteTableId: string
  resourceId: string
  resourceType: string
  /** `Associating`, `Active`, `Replacing`, `Dissociating`; others are shown as they come. */
  status: string
}

/** This table learns the routes of an attachment. */
export interface Propagation {
  transitRouterAttachmentId: string
  transitRouterRouteTableId: string
  resourceId: string
  resourceType: string
  /** `Enabling`, `Active`, `Disabling`; others are shown as they come. */
  status: string
}

export interface RouteEntry {
  /** Static entries only, else empty: id, name, description, create time. */
  transitRouterRouteEntryId: string
  transitRouterRouteEntryName: string
  transitRouterRouteEntryDescription: string
  createTime: string
  transitRouterRouteEntryDestinationCidrBlock: string
  /** `Static` or `Propagated`. */
  transitRouterRouteEntryType: string
  /** `Active`, `Rejected`, `Prohibited`, `Standby`, `Candidate`, …; others are shown as they come. */
  transitRouterRouteEntryStatus: string
  /** `Attachment` or `BlackHole`. */
  transitRouterRouteEntryNextHopType: string
  transitRouterRouteEntryNextHopId: string
  transitRouterRouteEntryNextHopResourceId: string
  transitRouterRouteEntryNextHopResourceType: string
  transitRouterRouteEntryOriginResourceId: string
  transitRouterRouteEntryOriginResourceType: string
  /** Set by the system, not to be changed by a person. */
  operationalMode: boolean
  tag: string
  pathAttributes: PathAttributes
}

export interface PathAttributes {
  asPaths: string[]
  communities: string[]
  originInstanceId: string
  originInstanceType: string
  originRouteType: string
  preference?: number
}

/** A change of texts; `multiRegionECMP` as the table has it. */
export interface RouteTableChange {
  transitRouterRouteTableId: string
  transitRouterRouteTableName?: string
  transitRouterRouteTableDescription?: string
  multiRegionECMP: boolean
}

export interface NewRouteTable {
  transitRouterId: string
  transitRouterRouteTableName: string
  transitRouterRouteTableDescription: string
  multiRegionECMP: boolean
  tags: Tag[]
}

export interface NewRouteEntry {
  transitRouterRouteTableId: string
  transitRouterRouteEntryDestinationCidrBlock: string
  nextHop: { type: 'Attachment'; attachmentId: string } | { type: 'BlackHole' }
  transitRouterRouteEntryName: string
  transitRouterRouteEntryDescription: string
}

/** The attachment and the table of an association or a propagation. */
export interface TableBinding {
  transitRouterAttachmentId: string
  transitRouterRouteTableId: string
}

/** A change of an attachment's route table, as an operation made it. */
export interface Replacement {
  operationId: string
  state: OperationState
  /** Empty: there was none. */
  from: string
  to: string
}
