/**
 * Cloud error codes that speak of one form field without its name, and the field's path in the form that meets them.
 * A form without that field shows the failure above its buttons only.
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
    'VpnConnection.InvalidCreateTunnelOptions': 'connection.tunnelMode',
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
 * The form path that a refusal is about: of the parameter that its message or its code names, else by its code, in the
 * tunnel that the message speaks of. It may be a group of fields, where no more is known.
 */
export function fieldOf(code: string, message = ''): string | undefined {
  const [, spoken] = /tunnel\D{0,24}([12])\b/i.exec(message) ?? []
  const [, index, part, name = ''] = OF_TUNNEL.exec(message) ?? []
  const named =
    (part && `${part}.${name}`) ?? IN_GROUP.exec(message)?.[0] ?? NAMED.exec(message)?.[1] ?? ''
  const path = pathOf(named) ?? FIELD_OF.get(code) ?? pathOf(CODE.exec(code)?.[1] ?? '')
  return path?.replace('tunnels.0', `tunnels.${Number(index ?? spoken ?? 1) - 1}`)
}

// How messages name a parameter: by its whole path, by the path in a group, or by a name after the word.
const OF_TUNNEL = /TunnelOptionsSpecification\.([12])\.(\w+)(?:\.(\w+))?/
const IN_GROUP = /\b(?:Ike|Ipsec|Bgp|HealthCheck)Config\.\w{1,40}/
const NAMED = /\bparameter ["'`]?([A-Z]\w{0,60})/

// Alibaba: MissingParam.X, IllegalParam.X, InvalidParameter.X
const CODE = /^(?:Missing|Illegal|Invalid)Param(?:eter)?\.(\w{1,60})$/

/** Groups of parameters of a connection, in each of its two spellings, and the group of the form. */
const GROUPS: ReadonlyMap<string, string> = new Map([
  ['IkeConfig', 'connection.tunnels.0.ike'],
  ['TunnelIkeConfig', 'connection.tunnels.0.ike'],
  ['IpsecConfig', 'connection.tunnels.0.ipsec'],
  ['TunnelIpsecConfig', 'connection.tunnels.0.ipsec'],
  ['BgpConfig', 'connection.tunnels.0.bgp'],
  ['TunnelBgpConfig', 'connection.tunnels.0.bgp'],
  ['HealthCheckConfig', 'connection.healthCheck'],
])

/** Parameters that stand elsewhere in a form than under their own name. */
const ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ['CustomerGatewayId', 'connection.tunnels.0.customerGatewayId'],
  ['EnableDpd', 'connection.tunnels.0.enableDpd'],
  ['EnableNatTraversal', 'connection.tunnels.0.enableNatTraversal'],
  ['EnableTunnelsBgp', 'connection.enableBgp'],
  ['NetworkType', 'connection.networkType'],
  ['LocalSubnet', 'connection.localSubnet'],
  ['RemoteSubnet', 'connection.remoteSubnet'],
  ['EffectImmediately', 'connection.effectImmediately'],
  ['TunnelBandwidth', 'connection.tunnelBandwidth'],
  ['ResourceGroupId', 'connection.resourceGroupId'],
  ['AutoPublishRouteEnabled', 'advanced.autoPublishRouteEnabled'],
  ['VpnId', 'resource.vpnId'],
  ['VpnOwnerId', 'owner.vpnOwnerId'],
  ['Zone', 'zoneId'],
  ['Tag', 'tag'],
])

/** The form path of a parameter; a form that has none of that name shows the refusal as a whole. */
function pathOf(parameter: string): string | undefined {
  const [first = '', second = ''] = parameter.split('.')
  if (first === '') return undefined
  const group = GROUPS.get(first)
  if (!group) return ELSEWHERE.get(first) ?? lower(first)
  if (second === 'Psk') return 'connection.tunnels.0.psk'
  return second === '' ? group : `${group}.${lower(second)}`
}

const lower = (name: string) => `${name.charAt(0).toLowerCase()}${name.slice(1)}`
