/** The first character of `text` that `other` matches: how to name it, and its position counted from 1. */
export function firstMatch(
  text: string,
  other: RegExp,
): { character: string; position: number } | undefined {
  const at = text.search(other)
  const code = at < 0 ? undefined : text.codePointAt(at)
  if (code === undefined) return undefined
  return { character: nameCharacter(code), position: at + 1 }
}

/** A visible character with its code point (`е U+0435`), an ASCII one alone, an invisible one by code point only. */
function nameCharacter(code: number): string {
  const text = String.fromCodePoint(code)
  if (code > 0x20 && code < 0x7f) return text
  const hex = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(text) ? `${text} ${hex}` : hex
}

/** Turns the direction of what follows, so that a reader sees another text than there is. Unicode, UAX #9, section 2. */
const DIRECTION = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g
const CONTROL = /\p{Cc}/gu

/** Foreign text on one line without control characters. */
export const withoutControls = (text: string): string => text.replaceAll(CONTROL, ' ')

/** Foreign text with its marks of direction named, `[U+202E]`: they deceive when they work. */
export const showDirection = (text: string): string =>
  text.replaceAll(DIRECTION, (mark) => `[${nameCharacter(mark.charCodeAt(0))}]`)

/** At most 40 characters of `text` on one line, for quoting in a message; invisible ones become `·`. */
export function quote(text: string): string {
  const line = text.slice(0, 40).replaceAll(/[\p{C}\p{Z}]/gu, '·')
  return text.length > 40 ? `${line}…` : line
}
