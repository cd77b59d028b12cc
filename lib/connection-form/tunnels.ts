import type { ConnectionValues, TunnelValues } from '@/lib/connection-form/values'

/** The tunnels that count: one, or two in dual mode. */
export const activeTunnels = ({ tunnelMode, tunnels }: ConnectionValues): TunnelValues[] =>
  tunnelMode === 'dual' ? tunnels : [tunnels[0]]

/**
 * The change that goes on with two tunnels: all of tunnel 1 carried over to a tunnel 2 of which nothing was
 * typed, its gateway too; a key and BGP addresses must differ.
 */
export function twoTunnels({ tunnels: [first, second] }: ConnectionValues) {
  const set: Record<string, string | boolean> = { 'connection.tunnelMode': 'dual' }
  if (isStarted(second)) return set
  const { customerGatewayId } = first
  lay(set, 'connection.tunnels.1', { ...secondTunnel(first), customerGatewayId })
  return set
}

/** Whether something was typed that only tunnel 2 has. */
export const isStarted = ({ customerGatewayId, psk }: TunnelValues): boolean =>
  customerGatewayId !== '' || psk !== ''

/** Puts each leaf of a group under its form path. */
function lay(set: Record<string, string | boolean>, path: string, values: object) {
  for (const [name, value] of Object.entries(values) as [string, string | boolean | object][])
    if (typeof value === 'object') lay(set, `${path}.${name}`, value)
    else set[`${path}.${name}`] = value
}

/** What tunnel 2 starts as: tunnel 1 with no key, gateway, or BGP addresses of its own yet. */
export const secondTunnel = (first: TunnelValues): TunnelValues => ({
  ...structuredClone(first),
  customerGatewayId: '',
  psk: '',
  bgp: { ...first.bgp, tunnelCidr: '', localBgpIp: '' },
})
