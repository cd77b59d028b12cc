import { message } from '@/lib/message'
import { printIpv4, readIpv4 } from '@/lib/net/ipv4'
import { firstMatch, quote } from '@/lib/text/characters'
import { invalid, type Parsed, valid } from '@/lib/text/parsed'

/** An IPv4 block. `address` is an unsigned 32-bit number with no host bits set, `prefix` is 0..32. */
export interface Cidr {
  address: number
  prefix: number
}

/** Parses `a.b.c.d/n`: a strict dotted quad, a mask length 0..32 without leading zeros, no host bits. */
export function parseCidr(text: string): Parsed<Cidr> {
  if (text === '') return invalid(message('cidr.empty'))
  const head = text.slice(0, 64)
  if (head.includes(':')) return invalid(message('cidr.v6'))
  const other = firstMatch(head, /[^0-9./-]/u)
  if (other) return invalid(message('cidr.character', other))
  const [host = '', mask, ...rest] = text.length > 64 ? [] : text.split('/')
  const address = readIpv4(host)
  if (mask === undefined && address.ok)
    return invalid(message('cidr.noMask', { text: quote(text) }))
  if (mask === undefined || rest.length > 0)
    return invalid(message('cidr.format', { text: quote(text) }))
  if (!address.ok) return address
  const prefix = Number(mask)
  if (!/^\d+$/.test(mask) || String(prefix) !== mask || prefix > 32)
    return invalid(message('cidr.mask', { mask }))
  const block = blockOf(address.value, prefix)
  if (block.address !== address.value)
    return invalid(message('cidr.hostBits', { text, block: printCidr(block) }))
  return valid(block)
}

export const printCidr = ({ address, prefix }: Cidr): string => `${printIpv4(address)}/${prefix}`

/** The block of the given mask length that holds the address. */
export const blockOf = (address: number, prefix: number): Cidr => ({
  address: address - (address % sizeOf(prefix)),
  prefix,
})

export const cidrContains = (block: Cidr, address: number): boolean =>
  address >= block.address && address < block.address + sizeOf(block.prefix)

/** True when the two blocks share an address; for blocks that means one holds the other. */
export const cidrsOverlap = (a: Cidr, b: Cidr): boolean =>
  cidrContains(a, b.address) || cidrContains(b, a.address)

/** The two host addresses of a /30, the lower one first. */
export const hostsOf30 = ({ address }: Cidr): [number, number] => [address + 1, address + 2]

/** The other host of the /30 around a host address. */
export const otherHostOf30 = (host: number): number => {
  const [first, second] = hostsOf30(blockOf(host, 30))
  return host === first ? second : first
}

const sizeOf = (prefix: number) => 2 ** (32 - prefix)
