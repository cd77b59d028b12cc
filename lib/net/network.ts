import { isIPv6, SocketAddress } from 'node:net'

/** An IPv4 address that came over an IPv6 socket, as itself. */
export const plainAddress = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '')

/**
 * Whom limits count, for an address: an IPv4 address itself, or the /64 block of an IPv6 one, which one machine may
 * have whole. The same however the address is written.
 */
export function networkOf(address: string): string {
  const [bare = ''] = address.split('%')
  if (!isIPv6(bare)) return address
  // As the system writes it: small letters, no needless zeros, one `::` for the longest run of them.
  const written = plainAddress(new SocketAddress({ address: bare, family: 'ipv6' }).address)
  if (!isIPv6(written)) return written
  const [head = '', tail] = written.split('::')
  const start = head.split(':').filter(Boolean)
  const end = tail?.split(':').filter(Boolean) ?? []
  const zeros = tail === undefined ? 0 : 8 - start.length - end.length
  return [...start, ...Array<string>(zeros).fill('0'), ...end].slice(0, 4).join(':')
}
