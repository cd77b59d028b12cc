import { message } from '@/lib/i18n/message'
import { firstMatch, quote } from '@/lib/text/characters'
import { invalid, type Parsed, valid } from '@/lib/text/parsed'

/** A whole number in plain decimal digits, `min`..`max`. */
export const parseWholeNumber =
  (min: number, max: number) =>
  (text: string): Parsed<number> => {
    if (text === '') return invalid(message('number.empty', { min, max }))
    const other = firstMatch(text.slice(0, 40), /[^0-9]/u)
    if (other) return invalid(message('number.character', { ...other, min, max }))
    if (/^0\d/.test(text)) {
      const fixed = quote(text.replace(/^0+(?=\d)/, ''))
      return invalid(message('number.leadingZero', { text: quote(text), fixed }))
    }
    const value = text.length > 15 ? Number.POSITIVE_INFINITY : Number(text)
    return value < min || value > max
      ? invalid(message('number.range', { text: quote(text), min, max }))
      : valid(value)
  }
