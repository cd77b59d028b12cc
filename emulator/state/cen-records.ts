// What the CBN product keeps. Fields that appear on the wire keep their wire name and form; the rest is ours, in lowerCamel.

export interface Tag {
  readonly Key: string
  readonly Value: string
}

export interface Cen {
  readonly id: string
  readonly owner: number
  readonly Name: string
  readonly Description: string
  readonly Status: string
  readonly ResourceGroupId: string
  /** REDUCED when absent. */
  readonly ProtectionLevel?: string
  readonly createdAt: number
  readonly tags: readonly Tag[]
}

export interface TransitRouter {
  readonly id: string
  readonly owner: number
  readonly CenId: string
  readonly RegionId: string
  readonly Status: string
  readonly Type: 'Enterprise' | 'Basic'
  readonly SupportMulticast: boolean
  readonly TransitRouterName: string
  readonly TransitRouterDescription: string
  readonly createdAt: number
  readonly tags: readonly Tag[]
}

export interface TransitRouterCidr {
  readonly id: string
  readonly TransitRouterId: string
  readonly Cidr: string
  readonly Name: string
  readonly Description: string
  readonly PublishCidrRoute: boolean
}

/** A part of a router's CIDR block in use: three are reserved for VPN at the first attachment, the rest are gateway addresses. */
export interface Allocation {
  readonly id: string
  readonly TransitRouterId: string
  readonly TransitRouterCidrId: string
  readonly AllocatedCidrBlock: string
  readonly AttachmentId: string
  readonly DedicatedOwnerId: '' | 'VPN'
}

export interface RouteTable {
  readonly id: string
  readonly TransitRouterId: string
  readonly TransitRouterRouteTableType: 'System' | 'Custom'
  readonly TransitRouterRouteTableName: string
  readonly TransitRouterRouteTableDescription: string
  readonly TransitRouterRouteTableStatus: string
  readonly MultiRegionECMP: string
  readonly createdAt: number
  readonly tags: readonly Tag[]
}

/** `TR` is a connection to a router of another region, `ECR` an Express Connect Router. */
export type ResourceType = 'VPN' | 'VPC' | 'VBR' | 'TR' | 'ECR'

/** A prefix that a VPC, VBR, TR or ECR attachment carries by itself. */
export interface Prefix {
  readonly cidr: string
  readonly origin: 'System' | 'Custom' | 'BGP'
  readonly asPath: readonly string[]
  readonly communities: readonly string[]
}

export interface Attachment {
  readonly id: string
  readonly owner: number
  readonly CenId: string
  readonly TransitRouterId: string
  readonly ResourceType: ResourceType
  /** The vco, VPC, VBR, ECR or the other router, who owns it and where it is. */
  readonly ResourceId: string
  readonly ResourceOwnerId: number
  readonly ResourceRegionId: string
  readonly Status: string
  readonly TransitRouterAttachmentName: string
  readonly TransitRouterAttachmentDescription: string
  readonly AutoPublishRouteEnabled: boolean
  readonly ChargeType: string
  readonly OrderType: string
  readonly createdAt: number
  readonly tags: readonly Tag[]
  /** Of a VPN or VPC attachment. */
  readonly zones: readonly { readonly ZoneId: string; readonly VSwitchId?: string }[]
  /** Of any but a VPN attachment, whose routes come from its connection. */
  readonly prefixes: readonly Prefix[]
  /** Mbit/s, of a TR attachment. */
  readonly bandwidth: number
}

/** Its id is the attachment's: an attachment is associated with one table at most. */
export interface Association {
  readonly id: string
  readonly TransitRouterRouteTableId: string
  readonly Status: string
  /** While Replacing: the table that still forwards. */
  readonly previousTableId: string
}

/** Its id is `<attachment>/<table>`. */
export interface Propagation {
  readonly id: string
  readonly TransitRouterAttachmentId: string
  readonly TransitRouterRouteTableId: string
  readonly Status: string
}

export interface StaticRoute {
  readonly id: string
  readonly TransitRouterRouteTableId: string
  readonly destination: string
  readonly nextHopType: 'Attachment' | 'BlackHole'
  /** The attachment, or empty for a black hole. */
  readonly nextHopId: string
  readonly name: string
  readonly description: string
  readonly Status: string
  readonly createdAt: number
}

/** An aggregate route of a table, advertised to VPCs. Its id is `<table>/<block>`. */
export interface Aggregation {
  readonly id: string
  readonly TransitRouteTableId: string
  readonly TransitRouteTableAggregationCidr: string
  readonly Name: string
  readonly Description: string
  readonly Scope: string
  readonly ScopeList: readonly string[]
  readonly Status: string
}

export interface RouteMap {
  readonly id: string
  readonly CenId: string
  readonly CenRegionId: string
  readonly TransitRouterRouteTableId: string
  readonly TransmitDirection: 'RegionIn' | 'RegionOut'
  readonly Priority: number
  readonly MapResult: 'Permit' | 'Deny'
  readonly Status: string
  readonly Description: string
  /** The policy of priority 5000 that the first VPN attachment brings. */
  readonly system: boolean
  readonly match: RouteMapMatch
  readonly NextPriority?: number | undefined
  readonly Preference?: number | undefined
  readonly OperateCommunitySet: readonly string[]
  readonly CommunityOperateMode?: string | undefined
  readonly PrependAsPath: readonly string[]
}

/** Empty lists match everything. */
export interface RouteMapMatch {
  readonly SourceChildInstanceTypes: readonly string[]
  readonly DestinationChildInstanceTypes: readonly string[]
  readonly SourceInstanceIds: readonly string[]
  readonly SourceInstanceIdsReverseMatch: boolean
  readonly DestinationInstanceIds: readonly string[]
  readonly DestinationInstanceIdsReverseMatch: boolean
  readonly SourceRegionIds: readonly string[]
  readonly DestinationRegionIds: readonly string[]
  readonly SourceRouteTableIds: readonly string[]
  readonly DestinationRouteTableIds: readonly string[]
  readonly DestinationCidrBlocks: readonly string[]
  readonly CidrMatchMode?: string | undefined
  readonly RouteTypes: readonly string[]
  readonly MatchAsns: readonly string[]
  readonly AsPathMatchMode?: string | undefined
  readonly MatchCommunitySet: readonly string[]
  readonly CommunityMatchMode?: string | undefined
  readonly MatchAddressType?: string | undefined
}

/** Its id is `<instance>/<cen>`. */
export interface Grant {
  readonly id: string
  readonly CenId: string
  readonly CenOwnerId: number
  readonly InstanceId: string
  readonly InstanceOwnerId: number
  readonly InstanceType: 'VPC' | 'ExpressConnect' | 'VPN' | 'ECR'
  readonly RegionId: string
  readonly OrderType: string
  readonly createdAt: number
}
