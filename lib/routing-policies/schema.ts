/** A routing policy (the API's route map). Empty lists and strings match everything. */
export interface RoutingPolicy {
  routeMapId: string
  cenId: string
  cenRegionId: string
  transitRouterRouteTableId: string
  description: string
  /** `Creating`, `Active`, `Deleting`; others are shown as they come. */
  status: string
  /** 1-100 for those people make; 5000 is the one the system adds with the first VPN attachment. */
  priority: number
  nextPriority?: number
  /** `RegionIn` or `RegionOut`. */
  transmitDirection: string
  /** `Permit` or `Deny`. */
  mapResult: string
  preference?: number
  sourceChildInstanceTypes: string[]
  sourceInstanceIds: string[]
  sourceInstanceIdsReverseMatch: boolean
  sourceRegionIds: string[]
  sourceRouteTableIds: string[]
  destinationChildInstanceTypes: string[]
  destinationInstanceIds: string[]
  destinationInstanceIdsReverseMatch: boolean
  destinationRegionIds: string[]
  destinationRouteTableIds: string[]
  destinationCidrBlocks: string[]
  cidrMatchMode: string
  matchAddressType: string
  routeTypes: string[]
  matchAsns: string[]
  asPathMatchMode: string
  matchCommunitySet: string[]
  communityMatchMode: string
  operateCommunitySet: string[]
  communityOperateMode: string
  prependAsPath: string[]
}
