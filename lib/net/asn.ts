import { message, type Packed } from '@/lib/i18n/message'
import { firstMatch, quote } from '@/lib/text/characters'
import { invalid, type Parsed, valid } from '@/lib/text/parsed'

export const MAX_ASN = 4_294_967_295
/** Alibaba's own, public ASN: the default Local ASN of a connection. */
export const ALIBABA_ASN = 45_104
const HALF = 65_536

/** Parses an ASN 1..4294967295, plain (`8061384`) or dotted (`123.456`), without leading zeros; `AS65001` is 65001. */
export function parseAsn(typed: string): Parsed<number> {
  const text = typed.replace(/^ASN? ?(?=\d)/i, '')
  if (text === '') return invalid(message('asn.empty'))
  const other = firstMatch(text.slice(0, 64), /[^0-9.]/u)
  if (other) return invalid(message('asn.character', other))
  const parts = text.length > 64 ? [] : text.split('.')
  if (parts.length < 1 || parts.length > 2 || parts.includes(''))
    return invalid(message('asn.format', { text: quote(text) }))
  for (const number of parts)
    if (/^0\d/.test(number))
      return invalid(message('asn.leadingZero', { number, fixed: number.replace(/^0+(?=\d)/, '') }))
  const [high = 0, low] = parts.map(Number)
  if (low !== undefined)
    for (const number of [high, low])
      if (number >= HALF) return invalid(message('asn.half', { number: String(number) }))
  const asn = low === undefined ? high : high * HALF + low
  if (asn < 1 || asn > MAX_ASN) return invalid(message('asn.range', { text: quote(text) }))
  return valid(asn)
}

/** The dotted form, both halves always written: `123.456`, `0.65001`. */
export const printAsdot = (asn: number): string => `${Math.floor(asn / HALF)}.${asn % HALF}`

/** The plain decimal form. */
export const printAsplain = (asn: number): string => String(asn)

/** What is to be known of an ASN that is not private: packed by `message`, or nothing. */
export function remarkOnAsn(text: string): Packed | undefined {
  const asn = parseAsn(text)
  // Alibaba's own ASN is the guide's default, though a public one.
  if (!asn.ok || asn.value === ALIBABA_ASN) return undefined
  const kind = classifyAsn(asn.value)
  if (kind === 'private') return undefined
  return message(kind === 'public' ? 'bgp.asnPublic' : 'bgp.asnReserved', { asn: asn.value })
}

/** What the registries say about a number: may it be used privately, is it somebody's, is it nobody's. */
export function classifyAsn(asn: number): 'private' | 'public' | 'reserved' {
  if (PRIVATE.some(([from, to]) => asn >= from && asn <= to)) return 'private'
  return RESERVED.some(([from, to]) => asn >= from && asn <= to) ? 'reserved' : 'public'
}

// RFC 6996, section 5.
const PRIVATE: [number, number][] = [
  [64_512, 65_534],
  [4_200_000_000, 4_294_967_294],
]

// RFC 7607 (0), RFC 6793 (AS_TRANS), RFC 5398 (documentation), RFC 7300 (last ones), IANA (65552 to 131071).
const RESERVED: [number, number][] = [
  [0, 0],
  [23_456, 23_456],
  [64_496, 64_511],
  [65_535, 131_071],
  [MAX_ASN, MAX_ASN],
]
