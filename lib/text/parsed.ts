import type { Packed } from '@/lib/i18n/message'

/** What a strict parser gives: the value, or a packed message that says what is wrong and what would be right. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; message: Packed }

export const valid = <T>(value: T): Parsed<T> => ({ ok: true, value })
export const invalid = (message: Packed): Parsed<never> => ({ ok: false, message })

/** The same result with its value changed, such as an address printed again. */
export const mapParsed = <T, U>(parsed: Parsed<T>, change: (value: T) => U): Parsed<U> =>
  parsed.ok ? valid(change(parsed.value)) : parsed
