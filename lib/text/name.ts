import { message } from '@/lib/i18n/message'
import { firstMatch, quote } from '@/lib/text/characters'
import { invalid, type Parsed, valid } from '@/lib/text/parsed'

const PUNCTUATION = '\\-_.,:;/@#+=()&*'
const NOT_ALLOWED = new RegExp(`[^\\p{L}\\p{M}\\p{N} ${PUNCTUATION}（）、，。：；·]`, 'u')
const FULL_WIDTH = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/u

/**
 * A name or description for the cloud: up to `max` characters, may be empty. Invisible, control and markup
 * characters, full-width letters and look-alike mixtures are refused, for names are how people tell things apart.
 */
export function parseName(text: string, max: number): Parsed<string> {
  if (text.length > max) return invalid(message('name.length', { length: text.length, max }))
  // Alibaba: CreateTransitRouterVpnAttachment, TransitRouterAttachmentName; CreateVpnAttachment, Name.
  if (/^https?:\/\//i.test(text)) return invalid(message('name.url'))
  const wide = firstMatch(text, FULL_WIDTH)
  if (wide) return invalid(message('name.fullwidth', wide))
  const other = firstMatch(text, NOT_ALLOWED)
  if (other) return invalid(message('name.character', other))
  if (/^ | $/.test(text)) return invalid(message('name.edge'))
  const mixed = text.match(/\p{L}+/gu)?.find(mixesAlphabets)
  return mixed ? invalid(message('name.mixed', { word: quote(mixed) })) : valid(text)
}

const mixesAlphabets = (word: string) =>
  [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u].filter((script) =>
    script.test(word),
  ).length > 1
