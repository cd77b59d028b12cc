import type { RouteEntry } from '@/lib/route-tables/schema'

/** The attachment whose traffic the tests look at. */
export const SELF = 'tr-attach-self'

/** An entry of a test's table. Next hop `blackhole` makes it one; any other word is the attachment's id. */
export const entry = (
  prefix: string,
  hop: string,
  status = 'Active',
  type = 'VPC',
): RouteEntry => ({
  transitRouterRouteEntryId: '',
  transitRouterRouteEntryName: '',
  transitRouterRouteEntryDescription: '',
  createTime: '',
  transitRouterRouteEntryDestinationCidrBlock: prefix,
  transitRouterRouteEntryType: 'Static',
  transitRouterRouteEntryStatus: status,
  transitRouterRouteEntryNextHopType: hop === 'blackhole' ? 'BlackHole' : 'Attachment',
  transitRouterRouteEntryNextHopId: hop === 'blackhole' ? '' : hop,
  transitRouterRouteEntryNextHopResourceId: '',
  transitRouterRouteEntryNextHopResourceType: hop === 'blackhole' ? '' : type,
  transitRouterRouteEntryOriginResourceId: '',
  transitRouterRouteEntryOriginResourceType: hop === 'blackhole' ? '' : type,
  operationalMode: false,
  tag: '',
  pathAttributes: {
    asPaths: [],
    communities: [],
    originInstanceId: '',
    originInstanceType: '',
    originRouteType: '',
  },
})
