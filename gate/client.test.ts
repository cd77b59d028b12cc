import type { IncomingMessage } from 'node:http'
import { BlockList } from 'node:net'

import { expect, test } from 'vitest'

import { clientOf } from './client'

const trusted = new BlockList()
trusted.addSubnet('10.0.0.0', 8)
trusted.addAddress('fd00::1', 'ipv6')

/** A request as it arrives from `peer`; only what the function reads. */
const from = (peer: string, headers: Record<string, string> = {}, encrypted = false) =>
  clientOf(
    { socket: { remoteAddress: peer, encrypted }, headers } as unknown as IncomingMessage,
    trusted,
  )

test('a forwarded address and scheme count only when a trusted proxy says so', () => {
  const said = { 'x-forwarded-for': '192.0.2.7', 'x-forwarded-proto': 'https' }
  expect(from('192.0.2.1', said)).toMatchObject({ address: '192.0.2.1', scheme: 'http' })
  expect(from('192.0.2.1', said, true)).toMatchObject({ address: '192.0.2.1', scheme: 'https' })
  for (const proxy of ['10.1.2.3', '::ffff:10.1.2.3', 'fd00::1'])
    expect(from(proxy, said)).toMatchObject({ address: '192.0.2.7', scheme: 'https' })
  expect(from('10.0.0.1', { 'x-forwarded-proto': 'http' }).scheme).toBe('http')
})

test('of a chain the last address that no proxy of ours has is the client', () => {
  const chains: [string, string][] = [
    ['1.1.1.1, 192.0.2.7', '192.0.2.7'],
    ['192.0.2.7, 10.0.0.9', '192.0.2.7'],
    ['evil, 192.0.2.7,10.0.0.9 , 10.0.0.8', '192.0.2.7'],
    ['192.0.2.7, evil', '10.0.0.1'],
    ['', '10.0.0.1'],
  ]
  for (const [chain, address] of chains)
    expect(from('10.0.0.1', { 'x-forwarded-for': chain }).address).toBe(address)
})
