import { type MessageValues, type RuleKey, unpackMessage, type Packed } from '@/lib/i18n/message'

/**
 * The value that a refusal itself says would be right, so that one press sets it; nothing where there is no one
 * such value. `value`: as typed, perhaps a list of which one item was refused.
 */
export function correctionOf(refusal: Packed, value: string): string | undefined {
  const { key, values } = unpackMessage(refusal)
  return key && CORRECTIONS.get(key)?.(value, values)
}

type Correct = (value: string, said: MessageValues) => string | undefined

const withoutZeros: Correct = (value) =>
  value.replaceAll(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, ''))
const firstHost: Correct = (_, { first }) => String(first)

const CORRECTIONS: ReadonlyMap<RuleKey, Correct> = new Map<RuleKey, Correct>([
  ['cidr.hostBits', (value, { text, block }) => replaced(value, String(text), String(block))],
  ['cidr.noMask', (value, { text }) => replaced(value, String(text), `${text}/32`)],
  ['ipv4.mask', (_, { address }) => String(address)],
  ['ipv4.leadingZero', withoutZeros],
  ['asn.leadingZero', withoutZeros],
  ['number.leadingZero', withoutZeros],
  ['tunnelCidr.mask', (_, { suggestion }) => String(suggestion)],
  ['bgpIp.outside', firstHost],
  ['bgpIp.notHost', firstHost],
])

/** One item of a list for another; the space within it may be of any kind. */
function replaced(list: string, item: string, by: string): string | undefined {
  const literal = item
    .split(/\s+/)
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`))
  const found = new RegExp(`(?<![\\d./])${literal.join(String.raw`[\s\u200B]+`)}(?![\\d./])`)
  return found.test(list) ? list.replace(found, by) : undefined
}
