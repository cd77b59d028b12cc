import { CheckVpnBgpEnabled } from './vpc/check-vpn-bgp-enabled'
import { CreateCustomerGateway } from './vpc/create-customer-gateway'
import { CreateVcoRouteEntry } from './vpc/create-vco-route-entry'
import { CreateVpnAttachment } from './vpc/create-vpn-attachment'
import { DeleteCustomerGateway } from './vpc/delete-customer-gateway'
import { DeleteVcoRouteEntry } from './vpc/delete-vco-route-entry'
import { DeleteVpnAttachment } from './vpc/delete-vpn-attachment'
import { DescribeCustomerGateway } from './vpc/describe-customer-gateway'
import { DescribeCustomerGateways } from './vpc/describe-customer-gateways'
import { DescribeGrantRulesToCen } from './vpc/describe-grant-rules-to-cen'
import { DescribeRegions } from './vpc/describe-regions'
import { DescribeVcoRouteEntries } from './vpc/describe-vco-route-entries'
import { DescribeVpnAttachments } from './vpc/describe-vpn-attachments'
import { DescribeVpnConnection } from './vpc/describe-vpn-connection'
import { DescribeVpnConnectionLogs } from './vpc/describe-vpn-connection-logs'
import { DescribeVpnConnections } from './vpc/describe-vpn-connections'
import { DescribeVpnCrossAccountAuthorizations } from './vpc/describe-vpn-cross-account-authorizations'
import { DescribeVpnGatewayAvailableZones } from './vpc/describe-vpn-gateway-available-zones'
import { DescribeZones } from './vpc/describe-zones'
import { DiagnoseVpnConnections } from './vpc/diagnose-vpn-connections'
import { DownloadVpnConnectionConfig } from './vpc/download-vpn-connection-config'
import { GrantInstanceToCen } from './vpc/grant-instance-to-cen'
import { ListTagResources } from './vpc/list-tag-resources'
import { ModifyCustomerGatewayAttribute } from './vpc/modify-customer-gateway-attribute'
import { ModifyTunnelAttribute } from './vpc/modify-tunnel-attribute'
import { ModifyVcoRouteEntryWeight } from './vpc/modify-vco-route-entry-weight'
import { ModifyVpnAttachmentAttribute } from './vpc/modify-vpn-attachment-attribute'
import { MoveVpnResourceGroup } from './vpc/move-vpn-resource-group'
import { TagResources } from './vpc/tag-resources'
import { UnTagResources } from './vpc/un-tag-resources'

/** The operations of VPC 2016-04-28, by action name. */
export const vpc = {
  CheckVpnBgpEnabled,
  CreateCustomerGateway,
  CreateVcoRouteEntry,
  CreateVpnAttachment,
  DeleteCustomerGateway,
  DeleteVcoRouteEntry,
  DeleteVpnAttachment,
  DescribeCustomerGateway,
  DescribeCustomerGateways,
  DescribeGrantRulesToCen,
  DescribeRegions,
  DescribeVcoRouteEntries,
  DescribeVpnAttachments,
  DescribeVpnConnection,
  DescribeVpnConnectionLogs,
  DescribeVpnConnections,
  DescribeVpnCrossAccountAuthorizations,
  DescribeVpnGatewayAvailableZones,
  DescribeZones,
  DiagnoseVpnConnections,
  DownloadVpnConnectionConfig,
  GrantInstanceToCen,
  ListTagResources,
  ModifyCustomerGatewayAttribute,
  ModifyTunnelAttribute,
  ModifyVcoRouteEntryWeight,
  ModifyVpnAttachmentAttribute,
  MoveVpnResourceGroup,
  TagResources,
  UnTagResources,
}
