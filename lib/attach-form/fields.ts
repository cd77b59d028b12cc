import { firstMatch, quote } from '@/lib/characters'
import { message, type RuleKey } from '@/lib/message'
import { type Cidr, parseCidr } from '@/lib/net/cidr'
import { parseIpv4 } from '@/lib/net/ipv4'
import { invalid, type Parsed, valid } from '@/lib/net/parsed'

/** An id chosen from a list. `missing` is what to say when nothing is chosen. */
export const parseChosenId =
  (missing: RuleKey) =>
  (text: string): Parsed<string> => {
    if (text === '') return invalid(message(missing))
    return /^[a-zA-Z0-9-]{1,64}$/.test(text)
      ? valid(text)
      : invalid(message('choose.id', { text: quote(text) }))
  }

/** An Alibaba Cloud account id: 16 digits (guide, Resource Owner ID). */
export function parseAccountId(text: string): Parsed<string> {
  if (text === '') return invalid(message('account.empty'))
  const other = firstMatch(text.slice(0, 16), /[^0-9]/u)
  if (other) return invalid(message('account.character', other))
  return text.length === 16
    ? valid(text)
    : invalid(message('account.format', { length: text.length }))
}

/** A whole number in plain decimal digits, `min`..`max`. */
export const parseWholeNumber =
  (min: number, max: number) =>
  (text: string): Parsed<number> => {
    if (text === '') return invalid(message('number.empty', { min, max }))
    const other = firstMatch(text.slice(0, 40), /[^0-9]/u)
    if (other) return invalid(message('number.character', { ...other, min, max }))
    if (/^0\d/.test(text)) {
      const fixed = quote(text.replace(/^0+(?=\d)/, ''))
      return invalid(message('number.leadingZero', { text: quote(text), fixed }))
    }
    const value = text.length > 15 ? Number.POSITIVE_INFINITY : Number(text)
    return value < min || value > max
      ? invalid(message('number.range', { text: quote(text), min, max }))
      : valid(value)
  }

/** Seconds, 0..86400 (guide, SA Lifetime). */
export const parseLifetime = parseWholeNumber(0, 86_400)

const MAX_ID = 100

/** LocalId or RemoteId: an IPv4 address or a domain name of up to 100 characters; empty means the gateway's address. */
export function parseIkeId(text: string): Parsed<string> {
  // Alibaba: CreateVpnAttachment, IkeConfig.LocalId and IkeConfig.RemoteId; guide, LocalId.
  if (text.length > MAX_ID)
    return invalid(message('id.length', { length: text.length, max: MAX_ID }))
  if (text === '') return valid(text)
  const space = firstMatch(text, / /u)
  if (space) return invalid(message('id.space', { position: space.position }))
  const other = firstMatch(text, /[^a-zA-Z0-9._-]/u)
  if (other) return invalid(message('id.character', other))
  if (/^[\d.]+$/.test(text)) {
    const address = parseIpv4(text)
    return address.ok ? valid(text) : address
  }
  return text.split('.').every((label) => /^\w(?:[\w-]{0,61}\w)?$/.test(label))
    ? valid(text)
    : invalid(message('id.format', { text: quote(text) }))
}

const MAX_LIST = 1000

/** CIDR blocks separated by commas, spaces or line breaks. At least one, all valid. */
export function parseCidrList(text: string): Parsed<Cidr[]> {
  if (text.length > MAX_LIST)
    return invalid(message('list.length', { length: text.length, max: MAX_LIST }))
  const blocks: Cidr[] = []
  for (const item of splitList(text)) {
    const block = parseCidr(item)
    if (!block.ok) return block
    blocks.push(block.value)
  }
  return blocks.length > 0 ? valid(blocks) : invalid(message('list.empty'))
}

/** The items of a typed list. */
export const splitList = (text: string): string[] =>
  text.split(/[,，\s]+/u).filter((item) => item !== '')
