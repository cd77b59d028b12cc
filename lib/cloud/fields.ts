/**
 * Cloud error codes that speak of one form field, and the field's path in the form that meets them. A form
 * without that field shows the failure above its buttons only.
 */
const FIELD_OF: ReadonlyMap<string, string> = new Map(
  Object.entries({
    // Alibaba: CreateCustomerGateway
    'InvalidIpAddress.AlreadyExist': 'ipAddress',
    'InvalidIpAddress.WrongFormat': 'ipAddress',
    InvalidName: 'name',
    InvalidDescription: 'description',
    // Alibaba: CreateVpnAttachment, in the attach form
    'IllegalParam.LocalSubnet': 'connection.localSubnet',
    'IllegalParam.RemoteSubnet': 'connection.remoteSubnet',
    'IllegalParam.BgpConfig': 'connection.tunnels.0.bgp.tunnelCidr',
    'IllegalParam.HealthCheckConfig': 'connection.healthCheck.dip',
    'InvalidCustomerGatewayInstanceId.NotFound': 'connection.tunnels.0.customerGatewayId',
    // Alibaba: CreateTransitRouterVpnAttachment, in the attach form
    'InvalidOperation.VpnConnectionAttached': 'resource.vpnId',
    'InvalidVpnId.NotFound': 'resource.vpnId',
    'InvalidZone.NotSupported': 'zoneId',
    'OperationUnsupported.VcoTunnelNotMatchZoneParam': 'zoneId',
    'OperationDenied.NotGranted': 'resource.vpnId',
    // Alibaba: CBN and VPC TagResources
    'Duplicated.TagKey': 'tag',
    'InvalidParameter.TagKey': 'tag',
    'InvalidParameter.TagValue': 'tag',
    'NumberExceed.Tags': 'tag',
    // Alibaba: CreateTransitRouterRouteEntry
    'IllegalParam.TransitRouterDestinationCidrBlock': 'transitRouterRouteEntryDestinationCidrBlock',
    'InstanceExist.TransitRouterRouteEntry': 'transitRouterRouteEntryDestinationCidrBlock',
    'OperationFailed.CreateRouteEntryWithSameDestinationCidrBlock':
      'transitRouterRouteEntryDestinationCidrBlock',
    // Alibaba: CreateVcoRouteEntry
    'IllegalParam.RouteDest': 'routeDest',
    'VcoRouteEntry.AlreadyExists': 'routeDest',
  }),
)

/** The form path that a cloud code is about, when it is about exactly one. */
export const fieldOf = (code: string): string | undefined => FIELD_OF.get(code)
