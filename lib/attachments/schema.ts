import type { Tag } from '@/lib/tags/schema'

/** `TR` is an inter-region (peer) attachment. */
export const ATTACHMENT_RESOURCE_TYPES = ['VPN', 'VPC', 'VBR', 'TR', 'ECR'] as const
export type AttachmentResourceType = (typeof ATTACHMENT_RESOURCE_TYPES)[number]

/** An attachment of a transit router, whatever is attached. */
export interface Attachment {
  transitRouterAttachmentId: string
  transitRouterAttachmentName: string
  transitRouterAttachmentDescription: string
  resourceType: AttachmentResourceType
  /** `vco-…`, `vpc-…`, `vbr-…`, `ecr-…`, or the peer transit router. */
  resourceId: string
  resourceOwnerId: string
  resourceRegionId: string
  /** `Attaching`, `Attached`, `Detaching`, `Detached`; others are shown as they come. */
  status: string
  autoPublishRouteEnabled: boolean
  /** Empty where the cloud gives none (VBR, peer, ECR). */
  chargeType: string
  /** `PayByCenOwner` or `PayByResourceOwner`; empty for a peer attachment. */
  orderType: string
  creationTime: string
  cenId: string
  transitRouterId: string
  zoneIds: string[]
  tags: Tag[]
}

/** Whether what is attached is another account's than the router: then nothing of it can be read here. */
export const isForeign = (
  { resourceOwnerId }: Pick<Attachment, 'resourceOwnerId'>,
  router: { aliUid: string } | undefined,
): boolean => resourceOwnerId !== '' && resourceOwnerId !== router?.aliUid

/** What hangs on an attachment and goes with it. A person reviews it before anything is deleted. */
export interface Dependents {
  /** The attachment's own status; empty when it is gone. */
  status: string
  /** Static routes with the attachment as next hop. */
  routes: { routeEntryId: string; routeTableId: string; destination: string }[]
  /** Tables that learn its routes. */
  propagations: string[]
  /** Tables it forwards by: one at most. */
  associations: string[]
}

export interface NewVpnAttachment {
  cenId: string
  regionId: string
  transitRouterId: string
  /** The IPsec connection, `vco-…`. */
  vpnId: string
  /** Only when the connection belongs to another account. */
  vpnOwnerId?: string
  /** Only for a single-tunnel connection; the cloud refuses it for a dual-tunnel one. */
  zoneId?: string
  transitRouterAttachmentName: string
  transitRouterAttachmentDescription: string
  autoPublishRouteEnabled: boolean
  tags: Tag[]
}

/** What can be changed on a VPN attachment; what is left out stays as it is. */
export interface VpnAttachmentChange {
  transitRouterAttachmentId: string
  transitRouterAttachmentName?: string
  transitRouterAttachmentDescription?: string
  autoPublishRouteEnabled?: boolean
  orderType?: 'PayByCenOwner' | 'PayByResourceOwner'
}
