/** What a strict parser gives: the value, or a packed message that says what is wrong and what would be right. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; message: string }

export const valid = <T>(value: T): Parsed<T> => ({ ok: true, value })
export const invalid = (message: string): Parsed<never> => ({ ok: false, message })
