import { z } from 'zod'

import { fail } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { nextPageOf } from '../../protocol/paging'
import { choice, dryRun, text, whole } from '../../protocol/parameters'
import { transitRouterOf } from '../../routers/lookups'

export const ListTransitRouterCidrAllocation = operation(
  z.object({
    ...dryRun,
    AttachmentId: text().optional(),
    AttachmentName: text().optional(),
    Cidr: text().optional(),
    CidrBlock: text().optional(),
    DedicatedOwnerId: choice(['VPN']).optional(),
    MaxResults: whole(1, 100).optional(),
    NextToken: text().optional(),
    RegionId: text(),
    TransitRouterCidrId: text().optional(),
    TransitRouterId: text(),
  }),
  (params, context) => {
    const { state } = context
    const router = transitRouterOf(context, params.TransitRouterId)
    if (router.RegionId !== params.RegionId) fail('InvalidTransitRouterId.NotFound')
    const isWanted = (value: string, wanted: string | undefined) => !wanted || value === wanted
    const rows = state.allocations
      .where(({ TransitRouterId }) => TransitRouterId === router.id)
      .filter(({ DedicatedOwnerId }) => isWanted(DedicatedOwnerId, params.DedicatedOwnerId))
      .map((allocation) => ({
        AllocatedCidrBlock: allocation.AllocatedCidrBlock,
        AttachmentId: allocation.AttachmentId,
        AttachmentName:
          state.attachments.get(allocation.AttachmentId)?.TransitRouterAttachmentName ?? '',
        Cidr: state.cidrs.get(allocation.TransitRouterCidrId)?.Cidr ?? '',
        TransitRouterCidrId: allocation.TransitRouterCidrId,
      }))
      .filter(
        (row) =>
          isWanted(row.AttachmentId, params.AttachmentId) &&
          isWanted(row.AttachmentName, params.AttachmentName) &&
          isWanted(row.Cidr, params.Cidr) &&
          isWanted(row.AllocatedCidrBlock, params.CidrBlock) &&
          isWanted(row.TransitRouterCidrId, params.TransitRouterCidrId),
      )
    // Alibaba: without MaxResults there is no paging.
    const { items, echo } = nextPageOf(rows, {
      MaxResults: params.MaxResults ?? Math.max(rows.length, 1),
      NextToken: params.NextToken,
    })
    return { ...echo, TransitRouterCidrAllocations: items }
  },
)
