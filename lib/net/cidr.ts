import { message } from '@/lib/i18n/message'
import { printIpv4, readIpv4 } from '@/lib/net/ipv4'
import { firstMatch, quote } from '@/lib/text/characters'
import { invalid, type Parsed, valid } from '@/lib/text/parsed'

/** An IPv4 block. `address` is an unsigned 32-bit number with no host bits set, `prefix` is 0..32. */
export interface Cidr {
  address: number
  prefix: number
}

/**
 * Parses `a.b.c.d/n`: a strict dotted quad, a mask length 0..32 without leading zeros, no host bits. Instead of
 * the length it takes what devices print: a netmask or a wildcard mask after a slash or a space.
 */
export function parseCidr(text: string): Parsed<Cidr> {
  if (text === '') return invalid(message('cidr.empty'))
  const head = text.slice(0, 64)
  if (head.includes(':')) return invalid(message('cidr.v6'))
  const masked = ADDRESS_AND_MASK.exec(head)
  if (masked) return parseMasked(text, masked[1] ?? '', masked[2] ?? '')
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
  return withoutHostBits(text, address.value, prefix)
}

const ADDRESS_AND_MASK = /^([\d.]+)(?:\/|[\s\u00A0]+)((?:\d+\.){3}\d+)$/

function parseMasked(text: string, host: string, mask: string): Parsed<Cidr> {
  const address = readIpv4(host)
  if (!address.ok) return address
  const dotted = readIpv4(mask)
  const prefix = dotted.ok ? maskLength(dotted.value, address.value) : undefined
  return prefix === undefined
    ? invalid(message('cidr.netmask', { mask: quote(mask) }))
    : withoutHostBits(text, address.value, prefix)
}

function withoutHostBits(text: string, address: number, prefix: number): Parsed<Cidr> {
  const block = blockOf(address, prefix)
  return block.address === address
    ? valid(block)
    : invalid(message('cidr.hostBits', { text, block: printCidr(block) }))
}

/**
 * The length of a netmask (`255.255.255.0`) or of a wildcard mask (`0.0.0.255`). Of the two that can be both,
 * 0.0.0.0 is the netmask of all addresses, and else the wildcard of one (Cisco IOS, access lists).
 */
function maskLength(mask: number, address: number): number | undefined {
  const wildcard = 2 ** 32 - 1 - mask
  if (mask === 0) return address === 0 ? 0 : 32
  if (isOnes(wildcard)) return 32 - Math.log2(wildcard + 1)
  return isOnes(mask) ? 32 - Math.log2(mask + 1) : undefined
}

/** Whether a number is a run of binary ones, or nought. */
const isOnes = (number: number) => Number.isInteger(Math.log2(number + 1))

export const printCidr = ({ address, prefix }: Cidr): string => `${printIpv4(address)}/${prefix}`

/** The block of the given mask length that holds the address. */
export const blockOf = (address: number, prefix: number): Cidr => ({
  address: address - (address % sizeOf(prefix)),
  prefix,
})

export const cidrContains = (block: Cidr, address: number): boolean =>
  address >= block.address && address < block.address + sizeOf(block.prefix)

/** True when every address of `inner` is in `outer`. */
export const cidrCovers = (outer: Cidr, inner: Cidr): boolean =>
  outer.prefix <= inner.prefix && cidrContains(outer, inner.address)

/** True when the two blocks share an address; for blocks that means one covers the other. */
export const cidrsOverlap = (a: Cidr, b: Cidr): boolean => cidrCovers(a, b) || cidrCovers(b, a)

/** True for the addresses of RFC 1918, which the Internet does not route. */
export const isPrivateUse = (address: number): boolean =>
  PRIVATE_USE.some((block) => cidrContains(block, address))

/** The two host addresses of a /30, the lower one first. */
export const hostsOf30 = ({ address }: Cidr): [number, number] => [address + 1, address + 2]

/** The other host of the /30 around a host address. */
export const otherHostOf30 = (host: number): number => {
  const [first, second] = hostsOf30(blockOf(host, 30))
  return host === first ? second : first
}

const PRIVATE_USE: Cidr[] = [
  { address: 0x0a_00_00_00, prefix: 8 }, // 10.0.0.0/8
  { address: 0xac_10_00_00, prefix: 12 }, // 172.16.0.0/12
  { address: 0xc0_a8_00_00, prefix: 16 }, // 192.168.0.0/16
]

const sizeOf = (prefix: number) => 2 ** (32 - prefix)
