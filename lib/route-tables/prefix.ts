import { parseCidr, printCidr } from '@/lib/net/cidr'

/**
 * Addresses of both families on one line: IPv4 from 0, IPv6 from 2^128 on, so that ranges of different
 * families never meet. `to` is the first address behind the range.
 */
export interface AddressRange {
  from: bigint
  to: bigint
}

const V6_START = 1n << 128n

/**
 * Reads a route's destination, IPv4 or IPv6, as the addresses it covers.
 * @throws Error naming the text when it is no CIDR block.
 */
export function readPrefix(text: string): AddressRange {
  if (text.includes(':')) return readV6(text)
  const block = parseCidr(text)
  if (!block.ok) throw notABlock(text)
  const from = BigInt(block.value.address)
  return { from, to: from + (1n << BigInt(32 - block.value.prefix)) }
}

function readV6(text: string): AddressRange {
  const [, host = '', mask = ''] = /^([0-9a-f:]{2,39})\/(\d{1,3})$/i.exec(text) ?? []
  const [head = '', tail, ...more] = host.split('::')
  const left = groupsOf(head)
  const right = groupsOf(tail ?? '')
  const gap = 8 - left.length - right.length
  const complete = tail === undefined ? gap === 0 : gap > 0
  if (more.length > 0 || !complete || mask === '' || Number(mask) > 128) throw notABlock(text)
  const groups = [...left, ...Array.from({ length: gap }, () => '0'), ...right]
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) throw notABlock(text)
  const size = 1n << BigInt(128 - Number(mask))
  const address = groups.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n)
  const from = V6_START + address - (address % size)
  return { from, to: from + size }
}

const groupsOf = (part: string) => (part === '' ? [] : part.split(':'))

const notABlock = (text: string) =>
  new Error(`A route leads to ${JSON.stringify(text.slice(0, 64))}, which is not a CIDR block.`)

/** The fewest CIDR blocks that make up a range of one family, lowest first. */
export function* blocksOf({ from, to }: AddressRange): Generator<string> {
  const start = from >= V6_START ? V6_START : 0n
  const bits = start === 0n ? 32 : 128
  let at = from
  while (at < to) {
    let prefix = bits
    let size = 1n
    while (prefix > 0 && (at - start) % (size * 2n) === 0n && at + size * 2n <= to) {
      size *= 2n
      prefix -= 1
    }
    yield bits === 32 ? printCidr({ address: Number(at), prefix }) : printV6(at - start, prefix)
    at += size
  }
}

// RFC 5952, section 4: lower case, the longest run of zero groups shortened, the first of equals.
function printV6(address: bigint, prefix: number): string {
  const groups = Array.from({ length: 8 }, (_, index) =>
    ((address >> BigInt(112 - 16 * index)) & 0xffffn).toString(16),
  ).join(':')
  const [run] = [...groups.matchAll(/\b0(?::0)+\b/g)].toSorted((a, b) => b[0].length - a[0].length)
  if (!run) return `${groups}/${prefix}`
  const before = groups.slice(0, run.index).replace(/:$/, '')
  const after = groups.slice(run.index + run[0].length).replace(/^:/, '')
  return `${before}::${after}/${prefix}`
}
