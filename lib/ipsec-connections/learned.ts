import type { VcoRouteEntry } from '@/lib/ipsec-connections/schema'

// Alibaba: DescribeVcoRouteEntries, Source: `CLOUD` are the routes the connection tells its peer.
/** The route was told to the peer by the cloud. */
export const isTold = ({ source }: VcoRouteEntry): boolean => source === 'CLOUD'

/** The route was learned from the peer by BGP. */
export const isLearned = (route: VcoRouteEntry): boolean =>
  route.routeEntryType === 'bgp' && !isTold(route)
