import type en from '@/messages/en.json'

type Leaves<T> = T extends string
  ? ''
  : { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}` }[keyof T & string]

/** A key below `rules` in the catalogues: what a validation or a cloud error says. */
export type RuleKey = Leaves<(typeof en)['rules']>
export type MessageValues = Record<string, string | number>

/**
 * Packs a catalogue key and its values into one string, so that it passes unchanged through zod
 * issues, form errors and action results; the screen translates it with `useMessage`.
 */
export function message(key: RuleKey, values?: MessageValues): string {
  return values ? `${key}?${JSON.stringify(values)}` : key
}

/** The reverse of `message`. */
export function unpackMessage(packed: string): { key: RuleKey; values: MessageValues } {
  const at = packed.indexOf('?')
  const key = (at < 0 ? packed : packed.slice(0, at)) as RuleKey // only `message` makes these strings
  return { key, values: at < 0 ? {} : (JSON.parse(packed.slice(at + 1)) as MessageValues) }
}
