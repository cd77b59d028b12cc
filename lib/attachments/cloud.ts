import 'server-only'
import { z } from 'zod'

import type { AttachmentListParams, AttachmentParams } from '@/lib/attachments/params'
import {
  type Attachment,
  ATTACHMENT_RESOURCE_TYPES,
  type AttachmentResourceType,
  type NewVpnAttachment,
  type VpnAttachmentChange,
} from '@/lib/attachments/schema'
import { callCbn, type Write } from '@/lib/cloud/client'
import { tokenPages } from '@/lib/cloud/paginate'
import { created, flag, list, moment, nothing, tags, text, whole } from '@/lib/cloud/shape'
import type { Access } from '@/lib/request/access'

const shared = {
  transitRouterAttachmentId: text,
  transitRouterAttachmentName: text,
  transitRouterAttachmentDescription: text,
  status: text,
  autoPublishRouteEnabled: flag,
  chargeType: text,
  orderType: text,
  creationTime: moment,
  cenId: text,
  transitRouterId: text,
  tags,
}
const zones = list(z.object({ zoneId: text })).transform((entries) => [
  ...new Set(entries.map(({ zoneId }) => zoneId)),
])

const vpn = z
  .object({ ...shared, vpnId: text, vpnOwnerId: text, vpnRegionId: text, zones })
  .transform(({ vpnId, vpnOwnerId, vpnRegionId, zones: zoneIds, ...rest }): Attachment => ({
    ...rest,
    resourceType: 'VPN',
    resourceId: vpnId,
    resourceOwnerId: vpnOwnerId,
    resourceRegionId: vpnRegionId,
    zoneIds,
  }))

const vpc = z
  .object({ ...shared, vpcId: text, vpcOwnerId: text, vpcRegionId: text, zoneMappings: zones })
  .transform(({ vpcId, vpcOwnerId, vpcRegionId, zoneMappings: zoneIds, ...rest }): Attachment => ({
    ...rest,
    resourceType: 'VPC',
    resourceId: vpcId,
    resourceOwnerId: vpcOwnerId,
    resourceRegionId: vpcRegionId,
    zoneIds,
  }))

const vbr = z
  .object({ ...shared, vbrId: text, vbrOwnerId: text, vbrRegionId: text })
  .transform(({ vbrId, vbrOwnerId, vbrRegionId, ...rest }): Attachment => ({
    ...rest,
    resourceType: 'VBR',
    resourceId: vbrId,
    resourceOwnerId: vbrOwnerId,
    resourceRegionId: vbrRegionId,
    zoneIds: [],
  }))

const peer = z
  .object({
    ...shared,
    peerTransitRouterId: text,
    peerTransitRouterOwnerId: text,
    peerTransitRouterRegionId: text,
  })
  .transform(
    ({
      peerTransitRouterId,
      peerTransitRouterOwnerId,
      peerTransitRouterRegionId,
      ...rest
    }): Attachment => ({
      ...rest,
      resourceType: 'TR',
      resourceId: peerTransitRouterId,
      resourceOwnerId: peerTransitRouterOwnerId,
      resourceRegionId: peerTransitRouterRegionId,
      zoneIds: [],
    }),
  )

const ecr = z
  .object({ ...shared, ecrId: text, ecrOwnerId: text, transitRouterRegionId: text })
  .transform(({ ecrId, ecrOwnerId, transitRouterRegionId, ...rest }): Attachment => ({
    ...rest,
    resourceType: 'ECR',
    resourceId: ecrId,
    resourceOwnerId: ecrOwnerId,
    resourceRegionId: transitRouterRegionId,
    zoneIds: [],
  }))

type ListAction =
  | 'listTransitRouterVpnAttachments'
  | 'listTransitRouterVpcAttachments'
  | 'listTransitRouterVbrAttachments'
  | 'listTransitRouterPeerAttachments'
  | 'listTransitRouterEcrAttachments'

const KINDS = {
  VPN: { action: 'listTransitRouterVpnAttachments', attachment: vpn },
  VPC: { action: 'listTransitRouterVpcAttachments', attachment: vpc },
  VBR: { action: 'listTransitRouterVbrAttachments', attachment: vbr },
  TR: { action: 'listTransitRouterPeerAttachments', attachment: peer },
  ECR: { action: 'listTransitRouterEcrAttachments', attachment: ecr },
} satisfies Record<
  AttachmentResourceType,
  { action: ListAction; attachment: z.ZodType<Attachment, unknown> }
>

function listOfKind(
  access: Access,
  kind: AttachmentResourceType,
  params: AttachmentParams,
): Promise<Attachment[]> {
  const { action, attachment } = KINDS[kind]
  const page = z.object({ transitRouterAttachments: list(attachment), nextToken: text })
  return tokenPages(async (nextToken) => {
    const request = { ...params, maxResults: 100, nextToken }
    const { transitRouterAttachments, ...rest } = await callCbn(access, action, request, page)
    return { items: transitRouterAttachments, nextToken: rest.nextToken }
  })
}

/** The VPN attachments of a router, or the one of that id. A wrong id gives an empty list. */
export const listVpnAttachments = (access: Access, params: AttachmentParams) =>
  listOfKind(access, 'VPN', params)

/** How many VPN attachments a router has, and how those of one page are called, which is as many as most have. */
export async function countVpnAttachments(
  access: Access,
  params: AttachmentParams,
): Promise<{ count: number; names: string[] }> {
  const named = z.object({ transitRouterAttachmentName: text })
  const page = z.object({ transitRouterAttachments: list(named), totalCount: whole })
  const request = { ...params, maxResults: 100 }
  const answer = await callCbn(access, 'listTransitRouterVpnAttachments', request, page)
  const names = answer.transitRouterAttachments.map((each) => each.transitRouterAttachmentName)
  return { count: Math.max(answer.totalCount, names.length), names: names.filter(Boolean) }
}

/** The attachments of a router of one kind, or of all five; the API has no call for them together. */
export async function listAttachments(
  access: Access,
  { resourceType, ...params }: AttachmentListParams,
): Promise<Attachment[]> {
  const kinds = resourceType ? [resourceType] : ATTACHMENT_RESOURCE_TYPES
  return (await Promise.all(kinds.map((kind) => listOfKind(access, kind, params)))).flat()
}

/**
 * Attaches a free IPsec connection to a router and gives the attachment's id; it goes from `Attaching` to
 * `Attached` in minutes. It is neither associated with a table nor learned by one.
 */
export const createVpnAttachment = (
  access: Access,
  { tags: tag, zoneId, ...attachment }: NewVpnAttachment,
  write: Write,
): Promise<string> =>
  callCbn(
    access,
    'createTransitRouterVpnAttachment',
    {
      ...attachment,
      tag,
      chargeType: 'POSTPAY', // Alibaba: CreateTransitRouterVpnAttachment, the only value
      zone: zoneId === undefined ? undefined : [{ zoneId }],
      ...write,
    },
    created('transitRouterAttachmentId', write.dryRun),
    'transitRouterAttachmentId',
  )

/** Changes name, description, route advertising or payer of a VPN attachment. */
export const updateVpnAttachment = (
  access: Access,
  change: VpnAttachmentChange,
  write: Write,
): Promise<void> =>
  callCbn(
    access,
    'updateTransitRouterVpnAttachmentAttribute',
    { ...change, ...write },
    nothing,
    'transitRouterAttachmentId',
  )

/**
 * Detaches; the attachment is gone when the list no longer has it. Without `force` it is refused while an
 * association, a propagation or a static route exists.
 */
export const deleteVpnAttachment = (
  access: Access,
  attachment: { transitRouterAttachmentId: string; force: boolean },
  write: Write,
): Promise<void> =>
  callCbn(
    access,
    'deleteTransitRouterVpnAttachment',
    { ...attachment, ...write },
    nothing,
    'transitRouterAttachmentId',
  )
