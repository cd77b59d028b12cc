import fc from 'fast-check'
import { expect, test } from 'vitest'

import { unpackMessage } from '@/lib/i18n/message'
import { parseName } from '@/lib/text/name'

const refusal = (text: string, max = 128) => {
  const parsed = parseName(text, max)
  return parsed.ok ? undefined : unpackMessage(parsed.message).key
}

test.each([
  '',
  'munich-dc-primary',
  'HQ to cloud (primary) #2',
  '慕尼黑数据中心（主）',
  'Zürich_01',
  'Москва-DC1',
  'a'.repeat(128),
])('takes %j as it is', (text) => {
  expect(parseName(text, 128)).toEqual({ ok: true, value: text })
})

test.each([
  ['a'.repeat(129), 'name.length'],
  ['http://x', 'name.url'],
  ['HTTPS://x', 'name.url'],
  [' ', 'name.edge'],
  ['hq ', 'name.edge'],
  [' hq', 'name.edge'],
  ['<script>alert(1)</script>', 'name.character'],
  ['a"b', 'name.character'],
  ["a'b", 'name.character'],
  ['a\u0000b', 'name.character'],
  ['a\nb', 'name.character'],
  ['a\u00a0b', 'name.character'],
  ['a\u200bb', 'name.character'],
  ['a\u00adb', 'name.character'],
  ['\u202egro.elpmaxe', 'name.character'],
  ['a\u2066b', 'name.character'],
  ['\ufeffhq', 'name.character'],
  ['\ud800', 'name.character'],
  ['hq１', 'name.fullwidth'],
  ['ｈq', 'name.fullwidth'],
  ['p\u0430ris', 'name.mixed'], // Cyrillic a
  ['ΑBC', 'name.mixed'], // Greek Alpha
])('refuses %j with %s', (text, key) => {
  expect(refusal(text)).toBe(key)
})

test('says which character is wrong and where', () => {
  const parsed = parseName('a\u200bb', 128)
  expect(parsed).toEqual({
    ok: false,
    message: 'name.character?{"character":"U+200B","position":2}',
  })
})

test('never changes what was typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const parsed = parseName(text, 128)
      expect(parsed.ok ? parsed.value : text).toBe(text)
    }),
  )
})
