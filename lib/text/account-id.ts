import { message } from '@/lib/i18n/message'
import { firstMatch } from '@/lib/text/characters'
import { invalid, type Parsed, valid } from '@/lib/text/parsed'

/** An Alibaba Cloud account id: 16 digits (guide, Resource Owner ID). */
export function parseAccountId(text: string): Parsed<string> {
  if (text === '') return invalid(message('account.empty'))
  const other = firstMatch(text.slice(0, 16), /[^0-9]/u)
  if (other) return invalid(message('account.character', other))
  return text.length === 16
    ? valid(text)
    : invalid(message('account.format', { length: text.length }))
}
