import { message } from '@/lib/i18n/message'
import { invalid, type Parsed, valid } from '@/lib/text/parsed'

const MAX_PSK = 100

// Alibaba: CreateVpnAttachment, IkeConfig.Psk. Its two printings differ in one sign (' or "): both are taken.
const PSK_PUNCTUATION = '~!`@#$%^&*()_-+={}[]|;:\'",.<>/?'
const ALLOWED = new Set(
  `ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789${PSK_PUNCTUATION}`.split(''),
)

/**
 * A pre-shared key of 1..100 characters of the documented set; empty text gives `undefined`, and Alibaba then
 * generates one. The messages name positions, never the characters of the key.
 */
export function parsePsk(text: string): Parsed<string | undefined> {
  if (text === '') return valid(undefined)
  if (text.length > MAX_PSK)
    return invalid(message('psk.length', { length: text.length, max: MAX_PSK }))
  const at = text.split('').findIndex((character) => !ALLOWED.has(character))
  if (at < 0) return valid(text)
  const position = at + 1
  return text[at] === ' '
    ? invalid(message('psk.space', { position }))
    : invalid(message('psk.character', { position, punctuation: PSK_PUNCTUATION }))
}
