/** Default quotas. Alibaba: guide, Limits; SDK models of the creating operations. The last four are ours: none is published. */
export const quotas = {
  vpnAttachmentsPerTransitRouter: 50,
  transitRoutersPerCenAndRegion: 1,
  cidrBlocksPerTransitRouter: 5,
  customerGatewaysPerRegion: 100,
  tagsPerResource: 20,
  routeTablesPerTransitRouter: 10,
  staticRoutesPerRouteTable: 100,
  routesPerConnection: 30,
  connectionsPerRegion: 1_000,
} as const

export type QuotaName = keyof typeof quotas
