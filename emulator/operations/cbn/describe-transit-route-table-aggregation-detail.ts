import { z } from 'zod'

import { operation } from '../../protocol/operation'
import { aggregationId, aggregationOf } from '../../routers/aggregations'

const shown: Readonly<Record<string, string>> = { AllConfigured: 'Configured' }

export const DescribeTransitRouteTableAggregationDetail = operation(
  z.object(aggregationId),
  (params, { state, ...rest }) => {
    const { TransitRouteTableId, Status } = aggregationOf({ state, ...rest }, params)
    // SDK: the VPCs that forward by the table and have route synchronization on.
    const vpcs = state.attachments.where(
      ({ id, ResourceType, AutoPublishRouteEnabled }) =>
        ResourceType === 'VPC' &&
        AutoPublishRouteEnabled &&
        state.associations.get(id)?.TransitRouterRouteTableId === TransitRouteTableId,
    )
    return {
      Count: vpcs.length,
      Total: vpcs.length,
      Data: vpcs.map(({ ResourceId }) => ({
        InstanceId: ResourceId,
        Description: '',
        Status: shown[Status] ?? Status,
      })),
    }
  },
)
