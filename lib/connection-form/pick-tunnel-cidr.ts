import { LINK_LOCAL, parseTunnelCidr } from '@/lib/connection-form/read'
import type { Surroundings } from '@/lib/connection-form/surroundings'
import { activeTunnels } from '@/lib/connection-form/tunnels'
import type { ConnectionValues } from '@/lib/connection-form/values'
import { hostsOf30, printCidr } from '@/lib/net/cidr'
import { printIpv4 } from '@/lib/net/ipv4'

/**
 * A /30 that neither Alibaba reserves, nor a connection of the region has, nor this form uses already, with
 * its lower host as Alibaba's end. Undefined when all are taken.
 */
export function pickTunnelCidr(
  values: ConnectionValues,
  { blocks = [] }: Pick<Surroundings, 'blocks'>,
): { tunnelCidr: string; localBgpIp: string } | undefined {
  const taken = new Set(blocks.map(({ tunnelCidr }) => tunnelCidr))
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
