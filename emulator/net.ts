/** An IPv4 block: first address as a number and prefix length. */
export interface Block {
  readonly start: number
  readonly length: number
}

/** An IPv4 address as a number; undefined unless it is four decimal numbers without leading zeros. */
export function parseAddress(text: string): number | undefined {
  const parts = text.split('.')
  if (parts.length !== 4) return undefined
  let value = 0
  for (const part of parts) {
    if (!/^(0|[1-9]\d{0,2})$/.test(part) || Number(part) > 255) return undefined
    value = value * 256 + Number(part)
  }
  return value
}

export function formatAddress(value: number): string {
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join('.')
}

/** How many addresses a block of this prefix length has. */
export function sizeOf(length: number): number {
  return 2 ** (32 - length)
}

/** A block such as 10.0.0.0/8; undefined when malformed or when bits are set beyond the prefix. */
export function parseBlock(text: string): Block | undefined {
  const match = /^([\d.]+)\/(0|[1-9]\d?)$/.exec(text)
  const start = match?.[1] === undefined ? undefined : parseAddress(match[1])
  const length = Number(match?.[2])
  if (start === undefined || length > 32 || start % sizeOf(length) !== 0) return undefined
  return { start, length }
}

export function formatBlock({ start, length }: Block): string {
  return `${formatAddress(start)}/${length}`
}

export function contains(outer: Block, inner: Block): boolean {
  return (
    outer.length <= inner.length &&
    outer.start <= inner.start &&
    inner.start < outer.start + sizeOf(outer.length)
  )
}

export function overlaps(a: Block, b: Block): boolean {
  return contains(a, b) || contains(b, a)
}

/** A block that is known to be well formed, such as one in the code. */
export function block(text: string): Block {
  const parsed = parseBlock(text)
  if (!parsed) throw new TypeError(`${text} is not a block`)
  return parsed
}

/** An IPv6 block, by shape only: enough to tell it from nonsense. */
export function isBlock6(text: string): boolean {
  const match = /^([0-9a-fA-F:]+)\/(\d{1,3})$/.exec(text)
  return match?.[1] !== undefined && match[1].includes(':') && Number(match[2]) <= 128
}

/** An autonomous system number 1-4294967295, plain or as `high.low` of 16 bits each; undefined for anything else. */
export function parseAsn(text: string): number | undefined {
  const match = /^(?:(\d{1,5})\.)?(\d{1,10})$/.exec(text)
  if (!match) return undefined
  const [, high, low = ''] = match
  if (high !== undefined && (Number(high) > 65_535 || Number(low) > 65_535)) return undefined
  const asn = Number(high ?? 0) * 65_536 + Number(low)
  return asn >= 1 && asn <= 4_294_967_295 ? asn : undefined
}
