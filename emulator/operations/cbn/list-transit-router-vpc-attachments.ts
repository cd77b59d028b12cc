import { z } from 'zod'

import { operation } from '../../protocol/operation'
import { choice, text } from '../../protocol/parameters'
import { attachmentListParams, listAttachments } from '../../routers/attachment-lists'

export const ListTransitRouterVpcAttachments = operation(
  z.object({
    ...attachmentListParams,
    OrderType: choice(['PayByCenOwner', 'PayByResourceOwner']).optional(),
    Status: choice(['Attaching', 'Attached', 'Detaching']).optional(),
    VpcId: text().optional(),
  }),
  (params, context) =>
    listAttachments(
      context,
      'VPC',
      params,
      (attachment) => ({
        ChargeType: attachment.ChargeType,
        ManagedService: 'false',
        Options: { ApplianceModeSupport: 'disable', Ipv6Support: 'disable' },
        OrderType: attachment.OrderType,
        TransitRouterVPCAttachmentOptions: {},
        VpcId: attachment.ResourceId,
        VpcOwnerId: attachment.ResourceOwnerId,
        VpcRegionId: attachment.ResourceRegionId,
        ZoneMappings: attachment.zones.map(({ ZoneId, VSwitchId = '' }) => ({
          NetworkInterfaceId: VSwitchId.replace('vsw-', 'eni-'),
          VSwitchId,
          ZoneId,
        })),
      }),
      ({ OrderType, Status, ResourceId }) =>
        (!params.OrderType || OrderType === params.OrderType) &&
        (!params.Status || Status === params.Status) &&
        (!params.VpcId || ResourceId === params.VpcId),
    ),
)
