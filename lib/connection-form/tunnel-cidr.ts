import { message } from '@/lib/i18n/message'
import {
  blockOf,
  type Cidr,
  cidrContains,
  cidrsOverlap,
  hostsOf30,
  parseCidr,
  printCidr,
} from '@/lib/net/cidr'
import { parseIpv4, printIpv4 } from '@/lib/net/ipv4'
import { invalid, type Parsed, valid } from '@/lib/text/parsed'

const block = (text: string): Cidr => {
  const parsed = parseCidr(text)
  if (!parsed.ok) throw new Error(parsed.message)
  return parsed.value
}

/** Guide, Tunnel CIDR Block. */
export const LINK_LOCAL = block('169.254.0.0/16')

// The union of what the sources refuse: guide, Tunnel CIDR Block (0 to 5 and 169.252);
// Alibaba: CreateVpnAttachment, TunnelCidr (adds 6).
const RESERVED_TUNNEL_CIDRS = [0, 1, 2, 3, 4, 5, 6]
  .map((third) => block(`169.254.${third}.0/30`))
  .concat(block('169.254.169.252/30'))

/** The CIDR block of a tunnel: a /30 inside 169.254.0.0/16 that is not reserved. */
export function parseTunnelCidr(text: string): Parsed<Cidr> {
  const parsed = parseCidr(text)
  if (!parsed.ok) return parsed
  const { value } = parsed
  if (!cidrContains(LINK_LOCAL, value.address) || value.prefix < LINK_LOCAL.prefix)
    return invalid(message('tunnelCidr.outside', { text }))
  if (value.prefix !== 30) {
    const suggestion = printCidr(firstFree30(value))
    return invalid(message('tunnelCidr.mask', { text, suggestion }))
  }
  if (isReserved(value)) return invalid(message('tunnelCidr.reserved', { text }))
  return parsed
}

const isReserved = (candidate: Cidr) =>
  RESERVED_TUNNEL_CIDRS.some((reserved) => cidrsOverlap(reserved, candidate))

const firstFree30 = (around: Cidr) => {
  const own = blockOf(around.address, 30)
  return isReserved(own) ? block('169.254.11.0/30') : own
}

/**
 * Alibaba's end of the tunnel: a host of its block, so the second or third of the four addresses. While the
 * block itself is not readable, any address passes.
 */
export const parseLocalBgpIp =
  (tunnelCidr: string) =>
  (text: string): Parsed<string> => {
    const address = parseIpv4(text)
    if (!address.ok) return address
    const tunnel = parseTunnelCidr(tunnelCidr)
    // Guide, Local BGP IP.
    if (!tunnel.ok || hostsOf30(tunnel.value).includes(address.value)) return valid(text)
    const [first, second] = hostsOf30(tunnel.value)
    return invalid(
      message(cidrContains(tunnel.value, address.value) ? 'bgpIp.notHost' : 'bgpIp.outside', {
        address: text,
        block: tunnelCidr,
        first: printIpv4(first),
        second: printIpv4(second),
      }),
    )
  }
