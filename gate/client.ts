import type { IncomingMessage } from 'node:http'
import { type BlockList, isIP } from 'node:net'
import type { TLSSocket } from 'node:tls'

import { networkOf, plainAddress } from '@/lib/net/network'

/** Who asks, and how it reached us. */
export interface Client {
  /** What the address belongs to: itself, or the /64 block of an IPv6 one. */
  network: string
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
  network: networkOf(address),
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

const isEncrypted = (request: IncomingMessage) => (request.socket as TLSSocket).encrypted === true
