import type { ConnectionValues } from '@/lib/attach-form/values'
import { activeTunnels } from '@/lib/connection-form/choices'
import type { AttachFacts } from '@/lib/connection-form/facts'
import { LINK_LOCAL, parseTunnelCidr } from '@/lib/connection-form/tunnel-cidr'
import { hostsOf30, printCidr } from '@/lib/net/cidr'
import { printIpv4 } from '@/lib/net/ipv4'

/** The tunnel blocks of the region's connections, each with the connection that has it. */
export const tunnelCidrsInUse = ({ connections = [] }: AttachFacts) =>
  connections.flatMap(({ vpnConnectionId, name, transitRouterId, tunnels }) =>
    tunnels.flatMap(({ bgp }) =>
      bgp?.tunnelCidr
        ? [{ tunnelCidr: bgp.tunnelCidr, vpnConnectionId, name, transitRouterId }]
        : [],
    ),
  )

/**
 * A /30 that neither Alibaba reserves, nor a connection of the region has, nor this form uses already, with
 * its lower host as Alibaba's end. Undefined when all are taken.
 */
export function pickTunnelCidr(
  values: ConnectionValues,
  facts: AttachFacts,
): { tunnelCidr: string; localBgpIp: string } | undefined {
  const taken = new Set(tunnelCidrsInUse(facts).map(({ tunnelCidr }) => tunnelCidr))
  for (const { bgp } of activeTunnels(values)) taken.add(bgp.tunnelCidr)
  for (let index = 0; index < BLOCKS; index++) {
    const block = { address: LINK_LOCAL.address + ((FIRST + index) % BLOCKS) * 4, prefix: 30 }
    const tunnelCidr = printCidr(block)
    if (!taken.has(tunnelCidr) && parseTunnelCidr(tunnelCidr).ok)
      return { tunnelCidr, localBgpIp: printIpv4(hostsOf30(block)[0]) }
  }
  return undefined
}

const BLOCKS = 16_384 // /30 blocks in a /16
const FIRST = 11 * 64 // 169.254.11.0/30, clear of what other clouds reserve at the low end
