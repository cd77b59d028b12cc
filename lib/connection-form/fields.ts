import { message } from '@/lib/i18n/message'
import { type Cidr, parseCidr } from '@/lib/net/cidr'
import { parseIpv4 } from '@/lib/net/ipv4'
import { firstMatch, quote } from '@/lib/text/characters'
import { invalid, type Parsed, valid } from '@/lib/text/parsed'
import { parseWholeNumber } from '@/lib/text/whole-number'

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
  text.split(/[,， \t\r\n]+/).filter((item) => item !== '')
