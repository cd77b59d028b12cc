import { message, type Packed } from '@/lib/i18n/message'
import { firstMatch, quote } from '@/lib/text/characters'
import { invalid, type Parsed, valid } from '@/lib/text/parsed'

/**
 * A name or description for the cloud, `min` to `max` characters on one line. Alibaba refuses nothing else in
 * it but a leading `http://` or `https://`; what is unwise besides, `remarkOnName` says.
 */
export function parseName(text: string, max: number, min = 0): Parsed<string> {
  if (text.length < min) return invalid(message('name.empty', { min, max }))
  if (text.length > max) return invalid(message('name.length', { length: text.length, max }))
  // Alibaba: CreateTransitRouterVpnAttachment, TransitRouterAttachmentName; CreateVpnAttachment, Name.
  if (/^https?:\/\//i.test(text)) return invalid(message('name.url'))
  // Half of a character has no form in UTF-8, and a control character none that anybody sees.
  const broken = firstMatch(text, /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u)
  return broken ? invalid(message('name.control', broken)) : valid(text)
}

// Joiners are part of some scripts and of emoji, the marks of direction of names written from the right.
const HIDDEN = /(?!\p{Join_Control}|[\u200E\u200F\u061C])[\p{Cf}\p{Co}\p{Cn}]|(?! )\p{Zs}/u
const FULL_WIDTH = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/u

/** Why a name is hard to tell from another one, though the cloud takes it: packed by `message`, or nothing. */
export function remarkOnName(text: string): Packed | undefined {
  const hidden = firstMatch(text, HIDDEN)
  if (hidden) return message('name.hidden', hidden)
  const wide = firstMatch(text, FULL_WIDTH)
  if (wide) return message('name.fullwidth', wide)
  const mixed = text.match(/\p{L}+/gu)?.find(mixesAlphabets)
  return mixed ? message('name.mixed', { word: quote(mixed) }) : undefined
}

const mixesAlphabets = (word: string) =>
  [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u].filter((script) =>
    script.test(word),
  ).length > 1
