import type en from '@/messages/en.json'

type Leaves<T> = T extends string
  ? ''
  : { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}` }[keyof T & string]

/** A key below `rules` in the catalogues: what a validation or a cloud error says. */
export type RuleKey = Leaves<(typeof en)['rules']>
export type MessageValues = Record<string, string | number>

declare const packed: unique symbol
/** What `message` made. zod and form errors pass it on as the string that it is. */
export type Packed = string & { readonly [packed]: true }

/** Begins each packed message. No words of the cloud's hold it: `withoutControls` takes it out at the door. */
const MARK = '\u001F'

/**
 * Packs a catalogue key and its values into one string, so that it passes unchanged through zod
 * issues, form errors and action results; the screen translates it with `useMessage`.
 */
export function message(key: RuleKey, values?: MessageValues): Packed {
  // The only place that makes one.
  return `${MARK}${JSON.stringify(values ? [key, values] : [key])}` as Packed
}

export const isPacked = (text: string): text is Packed => text.startsWith(MARK)

/** The reverse of `message`. The words of somebody else come back as the key, without values. */
export function unpackMessage(text: string): { key: RuleKey; values: MessageValues } {
  if (!isPacked(text)) return { key: text as RuleKey, values: {} }
  const [key, values = {}] = JSON.parse(text.slice(MARK.length)) as [RuleKey, MessageValues?]
  return { key, values }
}
