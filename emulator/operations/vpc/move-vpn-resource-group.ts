import { z } from 'zod'

import { fail } from '../../errors'
import { operation } from '../../operation'
import { text } from '../../parameters'
import { connectionOf, customerGatewayOf } from '../../vpc-lookups'
import { region } from '../../vpc-parameters'

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
