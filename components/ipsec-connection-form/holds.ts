/** The fields of a connection that stand among the basic settings of its form. */
export const CONNECTION_HOLDS = [
  'connection.networkType',
  'connection.tunnelMode',
  'connection.routingMode',
  'connection.localSubnet',
  'connection.remoteSubnet',
  'connection.effectImmediately',
  'connection.tunnels.0.customerGatewayId',
  'connection.tunnels.0.psk',
  'connection.tunnels.1.customerGatewayId',
  'connection.tunnels.1.psk',
] as const
