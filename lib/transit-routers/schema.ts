import type { Tag } from '@/lib/tags/schema'

export interface TransitRouter {
  transitRouterId: string
  transitRouterName: string
  transitRouterDescription: string
  cenId: string
  regionId: string
  /** `Creating`, `Active`, `Modifying`, `Deleting`, `Upgrading`; others are shown as they come. */
  status: string
  /** `Enterprise` or `Basic`. */
  type: string
  aliUid: string
  supportMulticast: boolean
  creationTime: string
  transitRouterCidrList: TransitRouterCidr[]
  tags: Tag[]
}

export interface TransitRouterCidr {
  transitRouterCidrId: string
  cidr: string
  name: string
  description: string
  publishCidrRoute: boolean
}

/** A sub-block taken from a CIDR block of the router. */
export interface TransitRouterCidrAllocation {
  transitRouterCidrId: string
  cidr: string
  allocatedCidrBlock: string
  /** Empty for the blocks reserved for VPN. */
  attachmentId: string
  attachmentName: string
}

export interface NewTransitRouter {
  cenId: string
  regionId: string
  transitRouterName: string
  transitRouterDescription: string
  supportMulticast: boolean
  transitRouterCidrList: NewTransitRouterCidr[]
  tags: Tag[]
}

export interface NewTransitRouterCidr {
  cidr: string
  name: string
  description: string
  publishCidrRoute: boolean
}

/** Whether the account has activated the transit router service. */
export interface TransitRouterService {
  enabled: boolean
}
