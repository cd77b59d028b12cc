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

/**
 * The form path that a refusal is about, when it is about exactly one: by the parameter that its message names,
 * else by its code, in the tunnel that the message speaks of.
 */
export function fieldOf(code: string, message = ''): string | undefined {
  const [, index, part = '', name = ''] = PARAMETER.exec(message) ?? []
  const group = PARTS.get(part)
  if (index && (group !== undefined || name === '')) {
    const own = name === 'Psk' ? 'psk' : `${group}.${lower(name)}`
    const field = group === undefined ? lower(part) : own
    return `connection.tunnels.${Number(index) - 1}.${field}`
  }
  const [, tunnel] = /tunnel\D{0,24}([12])\b/i.exec(message) ?? []
  return FIELD_OF.get(code)?.replace('tunnels.0', `tunnels.${Number(tunnel ?? 1) - 1}`)
}

// Alibaba: CreateVpnAttachment, TunnelOptionsSpecification.N.TunnelIkeConfig.LocalId and the like.
const PARAMETER = /TunnelOptionsSpecification\.([12])\.(\w+)(?:\.(\w+))?/
const PARTS = new Map([
  ['TunnelIkeConfig', 'ike'],
  ['TunnelIpsecConfig', 'ipsec'],
  ['TunnelBgpConfig', 'bgp'],
])
const lower = (name: string) => `${name.charAt(0).toLowerCase()}${name.slice(1)}`
