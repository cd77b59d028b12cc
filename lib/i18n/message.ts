import type en from '@/messages/en.json'

type Leaves<T> = T extends string
  ? ''
  : { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}` }[keyof T & string]

/** A key below `rules` in the catalogues: what a validation or a cloud error says. */
export type RuleKey = Leaves<(typeof en)['rules']>

declare const packed: unique symbol
/**
 * Something to say: our own words by their key, or those of somebody else, which are shown as they are. A text is
 * never one by itself: `message` makes the first, `verbatim` the second. zod, forms and the database carry it as the
 * string that it is.
 */
export type Packed = string & { readonly [packed]: true }

/** What stands in the text of the key. A `reason` is said in its turn; everything else is shown as it is. */
export type MessageValues = Record<string, string | number> & { reason?: Packed }

const MARK = '\u001F'

/** Our own words: a catalogue key and its values. The screen translates it with `useMessage`. */
export const message = (key: RuleKey, values?: MessageValues): Packed =>
  pack(values ? [key, values] : [key])

/** The words of the cloud, or of anybody else. Whatever they look like, they are translated by nothing. */
export const verbatim = (words: string): Packed => pack(words)

/** The only place that makes one. */
const pack = (content: string | [RuleKey, MessageValues?]): Packed =>
  `${MARK}${JSON.stringify(content)}` as Packed

/** What zod or a form carried for us as a string; what we did not pack, such as zod's own words, is shown as it is. */
export const carried = (text: string): Packed =>
  text.startsWith(MARK) ? (text as Packed) : verbatim(text)

/** Either `key` with its values, or the `words` of somebody else. */
export interface Unpacked {
  key?: RuleKey
  values: MessageValues
  words?: string
}

/** The reverse of `message` and `verbatim`. Never throws: an older console may have left other strings in the database. */
export function unpackMessage(said: Packed): Unpacked {
  const content = said.startsWith(MARK) ? read(said.slice(MARK.length)) : said
  if (typeof content === 'string') return { words: content, values: {} }
  const [key, values = {}] = content
  return { key, values }
}

function read(json: string): string | [RuleKey, MessageValues?] {
  try {
    return JSON.parse(json) as string | [RuleKey, MessageValues?]
  } catch {
    return json
  }
}
