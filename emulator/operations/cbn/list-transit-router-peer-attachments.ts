import { z } from 'zod'

import { operation } from '../../protocol/operation'
import { attachmentListParams, listAttachments } from '../../routers/attachment-lists'

export const ListTransitRouterPeerAttachments = operation(
  z.object(attachmentListParams),
  (params, context) =>
    listAttachments(context, 'TR', params, (attachment) => ({
      Bandwidth: attachment.bandwidth,
      BandwidthType: 'DataTransfer',
      CenBandwidthPackageId: '',
      DefaultLinkType: 'Gold',
      GeographicSpanId: '',
      PeerTransitRouterId: attachment.ResourceId,
      PeerTransitRouterOwnerId: attachment.ResourceOwnerId,
      PeerTransitRouterRegionId: attachment.ResourceRegionId,
      RegionId: context.state.transitRouters.get(attachment.TransitRouterId)?.RegionId ?? '',
    })),
)
