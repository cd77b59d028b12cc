import type { ConnectionValues, TunnelValues } from '@/lib/connection-form/values'

/** The tunnels that count: one, or two in dual mode. */
export const activeTunnels = ({ tunnelMode, tunnels }: ConnectionValues): TunnelValues[] =>
  tunnelMode === 'dual' ? tunnels : [tunnels[0]]

/** What tunnel 2 starts as: tunnel 1 with no key, gateway, or BGP addresses of its own yet. */
export const secondTunnel = (first: TunnelValues): TunnelValues => ({
  ...structuredClone(first),
  customerGatewayId: '',
  psk: '',
  bgp: { ...first.bgp, tunnelCidr: '', localBgpIp: '' },
})
