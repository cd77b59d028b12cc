import { z } from 'zod'

import { connectionOf, customerGatewayOf } from '../../connections/lookups'
import { region } from '../../connections/parameters'
import { fail } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { text } from '../../protocol/parameters'

export const MoveVpnResourceGroup = operation(
  z.object({
    RegionId: region(),
    InstanceId: text(),
    NewResourceGroupId: text(),
    // In any case: the SDK writes VpnAttachment, the Terraform provider VPNATTACHMENT.
    ResourceType: text()
      .transform((word) => word.toLowerCase())
      .pipe(z.enum(['vpngateway', 'customergateway', 'vpnattachment'])),
  }),
  (params, context) => {
    const { RegionId, InstanceId, NewResourceGroupId: ResourceGroupId, ResourceType } = params
    const { state } = context
    switch (ResourceType) {
      case 'vpngateway':
        // There are no VPN gateways here.
        return fail('InvalidInstanceId.NotFound')
      case 'customergateway':
        customerGatewayOf(context, { RegionId, CustomerGatewayId: InstanceId })
        state.customerGateways.patch(InstanceId, { ResourceGroupId })
        return {}
      case 'vpnattachment':
        connectionOf(context, { RegionId, VpnConnectionId: InstanceId })
        state.connections.patch(InstanceId, { ResourceGroupId })
        return {}
    }
  },
)
