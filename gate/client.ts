import type { IncomingMessage } from 'node:http'
import { type BlockList, isIP } from 'node:net'
import type { TLSSocket } from 'node:tls'

/** Who asks, and how it reached us. */
export interface Client {
  /** Whom limits count: an IPv4 address, or the /64 block of an IPv6 one, which one machine may have whole. */
  key: string
  address: string
  scheme: 'http' | 'https'
}

/** Reads who asks from the connection, and from `X-Forwarded-*` where a trusted proxy wrote them. */
export function clientOf(request: IncomingMessage, trusted: BlockList): Client {
  const peer = plainAddress(request.socket.remoteAddress ?? '')
  if (!contains(trusted, peer)) return client(peer, isEncrypted(request) ? 'https' : 'http')
  const scheme = request.headers['x-forwarded-proto'] === 'http' ? 'http' : 'https'
  return client(forwardedAddress(request, trusted) ?? peer, scheme)
}

const client = (address: string, scheme: Client['scheme']): Client => ({
  key: keyOf(address),
  address,
  scheme,
})

/** Proxies append whom they saw: the last address that is none of theirs is the client's. */
function forwardedAddress(request: IncomingMessage, trusted: BlockList): string | undefined {
  const chain = String(request.headers['x-forwarded-for'] ?? '').split(',')
  const addresses = chain.map((text) => plainAddress(text.trim()))
  const last = addresses.findLast((address) => !contains(trusted, address))
  return last && isIP(last) ? last : undefined
}

/** Whether a list of addresses holds this one. */
export const contains = (list: BlockList, address: string): boolean =>
  isIP(address) !== 0 && list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** An IPv4 address that came over an IPv6 socket, as itself. */
export const plainAddress = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '')

/** Whom limits count, for an address. */
export function keyOf(address: string): string {
  if (isIP(address) !== 6) return address
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? []
  const start = head.split(':').filter(Boolean)
  const zeros = tail === undefined ? 0 : 8 - start.length - tail.split(':').filter(Boolean).length
  const groups = [
    ...start,
    ...Array<string>(Math.max(0, zeros)).fill('0'),
    ...(tail ?? '').split(':'),
  ]
  return groups
    .slice(0, 4)
    .map((group) => group || '0')
    .join(':')
}

const isEncrypted = (request: IncomingMessage) => (request.socket as TLSSocket).encrypted === true
