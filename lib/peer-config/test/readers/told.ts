import type { Parameter } from '@/lib/peer-config/compare/side'

/** What a text tells of one tunnel, in the words of the API, read by somebody who never saw how it was written. */
export type Told = Partial<
  Record<Parameter | 'mtu' | 'mss' | 'hold' | 'announced' | 'forever' | 'health', string[]>
>

/** Leaves out what is not told. */
export function told(
  values: Partial<Record<keyof Told, string | undefined | false | readonly (string | undefined)[]>>,
): Told {
  const all: Told = {}
  for (const [key, value] of Object.entries(values)) {
    const list = [value].flat().filter((each): each is string => typeof each === 'string')
    if (list.length > 0) all[key as keyof Told] = [...new Set(list)]
  }
  return all
}

/** The only match of a pattern's first group; a test fails where there are two that differ. */
export function only(text: string, pattern: RegExp): string | undefined {
  const found = [...new Set([...text.matchAll(new RegExp(pattern, 'gm'))].map((match) => match[1]))]
  if (found.length > 1) throw new Error(`${String(pattern)} is there ${found.length} times`)
  return found[0]
}

export const every = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(new RegExp(pattern, 'gm'))].map((match) => match[1] ?? '')

/** A device's word, which has to be one of the table. */
export function word(table: Record<string, string>, text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const found = table[text]
  if (found === undefined) throw new Error(`The device has no word ${text}`)
  return found
}

/** A block from address and mask, `24` or `255.255.255.0` or `0.0.0.255`. */
export function block(address: string, mask: string, inverted = false): string {
  if (!mask.includes('.')) return `${address}/${mask}`
  const bits = mask
    .split('.')
    .map((octet) => (inverted ? 255 - Number(octet) : Number(octet)).toString(2).padStart(8, '0'))
    .join('')
  if (!/^1*0*$/.test(bits)) throw new Error(`${mask} is no mask`)
  return `${address}/${bits.replaceAll('0', '').length}`
}

/** The lines below the one that starts with the given words, until a line is no further in. */
export function below(text: string, start: string): string {
  const all = text.split('\n')
  const from = all.findIndex((line) => line === start || line.startsWith(`${start} `))
  if (from < 0) throw new Error(`There is no ${start}`)
  const rest = all.slice(from + 1)
  const end = rest.findIndex((line) => !line.startsWith(' '))
  return rest.slice(0, end < 0 ? undefined : end).join('\n')
}
