import type { AttachFacts, KnownConnection } from '@/lib/connection-form/facts'
import type { CustomerGateway } from '@/lib/customer-gateways/schema'
import type { Grant } from '@/lib/grants/schema'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'
import { ATTACHABLE_REGIONS } from '@/lib/regions/attachable'
import type { Zone } from '@/lib/regions/schema'
import type { TransitRouter } from '@/lib/transit-routers/schema'

/** What the form offers and is judged by: one reading of the cloud around a transit router. */
export interface Surroundings {
  cenId: string
  accountId: string
  /** The routers of the CEN instance, at most one a region. */
  routers: readonly RouterChoice[]
  router: RouterChoice
  zones: readonly Zone[]
  customerGateways: readonly CustomerGateway[]
  /** Connections of the region that nothing is attached to. */
  free: readonly IpsecConnection[]
  /** Those that are attached somewhere. */
  taken: readonly KnownConnection[]
  /** What other accounts let this CEN instance attach in the region. */
  grants: readonly Grant[]
  vpnAttachments?: number
  defaultTable?: string
  routerPrefixes?: readonly string[]
  /** Reads that failed: what depends on them is not offered and not judged. */
  unread: readonly Unread[]
}

export interface RouterChoice extends Pick<
  TransitRouter,
  'transitRouterId' | 'transitRouterName' | 'regionId' | 'status' | 'type'
> {
  /** In the reader's language. */
  regionName: string
  cidrBlocks: readonly string[]
}

export interface Unread {
  what:
    | 'regions'
    | 'zones'
    | 'customerGateways'
    | 'connections'
    | 'grants'
    | 'attachments'
    | 'tables'
  code: string
  message: string
  requestId?: string
}

/** The same reading as the rules take it. What could not be read is left out. */
export function factsOf(surroundings: Surroundings): AttachFacts {
  const { router, free, taken, grants, customerGateways, unread, ...rest } = surroundings
  const isRead = (what: Unread['what']) => !unread.some((failure) => failure.what === what)
  return {
    supportedRegions: ATTACHABLE_REGIONS,
    router,
    ...(rest.accountId && { accountId: rest.accountId }),
    ...(rest.vpnAttachments !== undefined && { vpnAttachments: rest.vpnAttachments }),
    ...(rest.defaultTable !== undefined && { defaultTable: rest.defaultTable }),
    ...(rest.routerPrefixes && { routerPrefixes: rest.routerPrefixes }),
    ...(isRead('customerGateways') && { customerGateways }),
    ...(isRead('connections') && { connections: [...free, ...taken] }),
    ...(isRead('grants') && {
      granted: grants.map(({ childInstanceId, childInstanceOwnerId }) => ({
        vpnId: childInstanceId,
        vpnOwnerId: childInstanceOwnerId,
      })),
    }),
  }
}
