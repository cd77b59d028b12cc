import { message } from '@/lib/i18n/message'
import { firstMatch } from '@/lib/text/characters'
import { invalid, type Parsed, valid } from '@/lib/text/parsed'
import { trimEnds } from '@/lib/text/trim'

/** Characters of a reason: a sentence, or the address of a change ticket. */
const MOST_REASON = 200

/** No control characters and no halves; and nothing that turns the direction of the line of the audit it stands in. */
const BROKEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u

/** Why somebody writes: one line, in words or by the number of a change ticket; empty for none. */
export function parseReason(typed: string): Parsed<string> {
  const text = trimEnds(typed)
  if (text.length > MOST_REASON)
    return invalid(message('reason.length', { length: text.length, max: MOST_REASON }))
  const broken = firstMatch(text, BROKEN)
  return broken ? invalid(message('reason.control', broken)) : valid(text)
}
