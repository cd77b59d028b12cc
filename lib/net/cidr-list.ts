import { message, unpackMessage } from '@/lib/i18n/message'
import { type Cidr, parseCidr, printCidr } from '@/lib/net/cidr'
import { invalid, type Parsed, valid } from '@/lib/text/parsed'

const MAX_LIST = 1000

/** CIDR blocks in any list that people paste. At least one, all valid; what stands there twice counts once. */
export function parseCidrList(text: string): Parsed<Cidr[]> {
  if (text.length > MAX_LIST)
    return invalid(message('list.length', { length: text.length, max: MAX_LIST }))
  const blocks: Cidr[] = []
  for (const item of splitList(text)) {
    const block = parseCidr(item)
    if (!block.ok) return block
    if (!blocks.some(isSameAs(block.value))) blocks.push(block.value)
  }
  return blocks.length > 0 ? valid(blocks) : invalid(message('list.empty'))
}

const isSameAs =
  ({ address, prefix }: Cidr) =>
  (other: Cidr) =>
    other.address === address && other.prefix === prefix

/** The readable blocks of a typed list, each once. */
export function readBlocks(text: string): Cidr[] {
  const blocks: Cidr[] = []
  for (const item of splitList(text.slice(0, MAX_LIST))) {
    const block = parseCidr(item)
    if (block.ok && !blocks.some(isSameAs(block.value))) blocks.push(block.value)
  }
  return blocks
}

/**
 * The items of a typed list: between commas, semicolons, bars, white space, and the brackets, quotes and
 * bullets of code and documents. An address and a mask after it are one item.
 */
function splitList(text: string): string[] {
  const items: string[] = []
  for (const item of text.split(BETWEEN)) {
    const before = items.at(-1)
    if (item === '' || BULLET.test(item)) continue
    if (before !== undefined && isBareAddress(before) && isMaskOf(before, item))
      items[items.length - 1] = `${before} ${item}`
    else items.push(item)
  }
  return items
}

const BETWEEN = /[\s\u200B\u2060,，、;；|()（）[\]{}<>"'`“”‘’「」]+/
const BULLET = /^(?:[-–—*•·+]|\d{1,2}\.)$/
/** With or without host bits: it is the pair that was meant. */
function isMaskOf(address: string, item: string): boolean {
  const block = parseCidr(`${address} ${item}`)
  return block.ok || unpackMessage(block.message).key === 'cidr.hostBits'
}
const isBareAddress = (item: string) => /^\d+\.\d+\.\d+\.\d+$/.test(item)

/** What a list, or a single block, was read as, where it is written in another way; else nothing. */
export function readDifferently(text: string): string | undefined {
  const blocks = parseCidrList(text)
  if (!blocks.ok) return undefined
  const read = blocks.value.map(printCidr).join(', ')
  return text.trim().replaceAll(/[\s,，]+/g, ', ') === read ? undefined : read
}
