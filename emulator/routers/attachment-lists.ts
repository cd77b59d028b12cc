import { z } from 'zod'

import { fail } from '../protocol/errors'
import { type Context, toMinute } from '../protocol/operation'
import { nextPageOf } from '../protocol/paging'
import { nextPages, tagFilter, text } from '../protocol/parameters'
import { hasTags } from '../protocol/tags'
import { regions } from '../regions'
import type { Attachment, ResourceType } from '../state/cen-records'

/** What every list of attachments takes. Alibaba: an attachment id, a router id, or a CEN id with a region. */
export const attachmentListParams = {
  ...nextPages(20),
  CenId: text().optional(),
  RegionId: text().optional(),
  TransitRouterId: text().optional(),
  TransitRouterAttachmentId: text().optional(),
  Tag: tagFilter().optional(),
}

const listSchema = z.object(attachmentListParams)

/** One page of the caller's attachments of a type, each rendered. Wrong ids give an empty list; a wrong region is refused. */
export function listAttachments(
  context: Context,
  type: ResourceType,
  params: z.output<typeof listSchema>,
  fields: (attachment: Attachment) => Record<string, unknown>,
  also: (attachment: Attachment) => boolean = () => true,
) {
  const { RegionId, TransitRouterAttachmentId, TransitRouterId, CenId, Tag } = params
  if (RegionId && !Object.hasOwn(regions, RegionId)) fail('IllegalParam.Region')
  const all = context.state.attachments
    .by('ResourceType', type)
    .filter(
      (attachment) =>
        attachment.owner === context.account.uid &&
        isWanted(attachment.id, TransitRouterAttachmentId) &&
        isWanted(attachment.TransitRouterId, TransitRouterId) &&
        isWanted(attachment.CenId, CenId) &&
        (!RegionId || routerRegion(context, attachment) === RegionId) &&
        (!Tag || hasTags(attachment.tags, Tag)) &&
        also(attachment),
    )
  const { items, echo } = nextPageOf(all, params)
  return {
    ...echo,
    TransitRouterAttachments: items.map((attachment) => ({
      AutoPublishRouteEnabled: attachment.AutoPublishRouteEnabled,
      CenId: attachment.CenId,
      CreationTime: toMinute(attachment.createdAt),
      ResourceType: attachment.ResourceType,
      Status: attachment.Status,
      Tags: attachment.tags,
      TransitRouterAttachmentDescription: attachment.TransitRouterAttachmentDescription,
      TransitRouterAttachmentId: attachment.id,
      TransitRouterAttachmentName: attachment.TransitRouterAttachmentName,
      TransitRouterId: attachment.TransitRouterId,
      ...fields(attachment),
    })),
  }
}

function isWanted(value: string, wanted: string | undefined): boolean {
  return !wanted || value === wanted
}

function routerRegion(context: Context, attachment: Attachment): string {
  return context.state.transitRouters.get(attachment.TransitRouterId)?.RegionId ?? ''
}
