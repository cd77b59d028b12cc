import { message } from '@/lib/i18n/message'
import { firstMatch, quote } from '@/lib/text/characters'
import { invalid, type Parsed, valid } from '@/lib/text/parsed'

/**
 * Parses a dotted quad: four decimal numbers 0..255 without leading zeros and nothing else.
 * Gives the address as an unsigned 32-bit number.
 */
export function parseIpv4(text: string): Parsed<number> {
  if (text === '') return invalid(message('ipv4.empty'))
  const head = text.slice(0, 64)
  if (head.includes(':')) return invalid(message('ipv4.v6'))
  const [address = '', mask] = head.split('/')
  if (mask !== undefined && readIpv4(address).ok)
    return invalid(message('ipv4.mask', { address: quote(address) }))
  const other = firstMatch(head, /[^0-9.]/u)
  if (other) return invalid(message('ipv4.character', other))
  return readIpv4(text)
}

/** As `parseIpv4`, for text already known to hold only digits and periods or to be judged by format alone. */
export function readIpv4(text: string): Parsed<number> {
  const octets = text.length > 64 ? [] : text.split('.')
  if (octets.length !== 4 || !octets.every((octet) => /^\d{1,10}$/.test(octet)))
    return invalid(message('ipv4.format', { text: quote(text) }))
  let value = 0
  for (const octet of octets) {
    const number = Number(octet)
    if (String(number) !== octet)
      return invalid(message('ipv4.leadingZero', { octet, fixed: number }))
    if (number > 255) return invalid(message('ipv4.octet', { octet }))
    value = value * 256 + number
  }
  return valid(value)
}

/** The dotted quad of an unsigned 32-bit number. */
export const printIpv4 = (address: number): string =>
  [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join('.')
