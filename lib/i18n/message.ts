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

/** The reverse of `message`. The words of somebody else come back as the key, without values. */
export function unpackMessage(packed: string): { key: RuleKey; values: MessageValues } {
  const [, key = packed, values] = /^([\w.]+)\?(\{.*\})$/s.exec(packed) ?? []
  return {
    key: key as RuleKey, // only `message` makes these strings
    values: values === undefined ? {} : (JSON.parse(values) as MessageValues),
  }
}
