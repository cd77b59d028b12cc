import { z } from 'zod'

import { gatewayView } from '../../connections/customer-gateway'
import { region } from '../../connections/parameters'
import { operation } from '../../protocol/operation'
import { pageOf } from '../../protocol/paging'
import { pages, tagFilter, text } from '../../protocol/parameters'
import { hasTags } from '../../protocol/tags'

export const DescribeCustomerGateways = operation(
  z.object({
    ...pages,
    RegionId: region(),
    CustomerGatewayId: text().optional(),
    ResourceGroupId: text().optional(),
    Tag: tagFilter().optional(),
  }),
  (params, { state, account }) => {
    const { RegionId, CustomerGatewayId, ResourceGroupId } = params
    const gateways = state.customerGateways.where(
      (gateway) =>
        gateway.owner === account.uid &&
        gateway.RegionId === RegionId &&
        (!ResourceGroupId || gateway.ResourceGroupId === ResourceGroupId) &&
        hasTags(gateway.tags, params.Tag),
      CustomerGatewayId,
    )
    const { items, echo } = pageOf(gateways, params)
    return { ...echo, CustomerGateways: { CustomerGateway: items.map(gatewayView) } }
  },
)
