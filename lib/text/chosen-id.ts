import { message, type RuleKey } from '@/lib/i18n/message'
import { quote } from '@/lib/text/characters'
import { invalid, type Parsed, valid } from '@/lib/text/parsed'

/** An id chosen from a list. `missing` is what to say when nothing is chosen. */
export const parseChosenId =
  (missing: RuleKey) =>
  (text: string): Parsed<string> => {
    if (text === '') return invalid(message(missing))
    return /^[a-zA-Z0-9-]{1,64}$/.test(text)
      ? valid(text)
      : invalid(message('choose.id', { text: quote(text) }))
  }
