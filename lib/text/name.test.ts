import fc from 'fast-check'
import { expect, test } from 'vitest'

import { message, unpackMessage } from '@/lib/i18n/message'
import { parseName, remarkOnName } from '@/lib/text/name'

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
  'munich [prod]',
  'Site A → B',
  "a\"b <c> 'd' | e?",
  'Büro 🏢 👩‍💻',
  '100 % sure!',
  '1http://x',
  'a'.repeat(128),
])('takes %j as it is, without a word', (text) => {
  expect(parseName(text, 128)).toEqual({ ok: true, value: text })
  expect(remarkOnName(text)).toBeUndefined()
})

test.each([
  ['a'.repeat(129), 'name.length'],
  ['http://x', 'name.url'],
  ['HTTPS://x', 'name.url'],
  ['a\u0000b', 'name.control'],
  ['a\nb', 'name.control'],
  ['a\u2028b', 'name.control'],
  ['\ud800', 'name.control'],
])('refuses %j with %s', (text, key) => {
  expect(refusal(text)).toBe(key)
})

test('where a name is needed, none is refused', () => {
  const parsed = parseName('', 100, 1)
  expect(parsed.ok ? undefined : parsed.message).toBe(message('name.empty', { min: 1, max: 100 }))
})

test.each([
  ['a\u00a0b', 'name.hidden'],
  ['a\u200bb', 'name.hidden'],
  ['a\u00adb', 'name.hidden'],
  ['\u202egro.elpmaxe', 'name.hidden'],
  ['a\u2066b', 'name.hidden'],
  ['\ufeffhq', 'name.hidden'],
  ['hq１', 'name.fullwidth'],
  ['ｈq', 'name.fullwidth'],
  ['p\u0430ris', 'name.mixed'], // Cyrillic a
  ['ΑBC', 'name.mixed'], // Greek Alpha
])('takes %j, and remarks %s', (text, key) => {
  expect(parseName(text, 128)).toEqual({ ok: true, value: text })
  expect(unpackMessage(remarkOnName(text)!).key).toBe(key)
})

test('says which character is wrong and where', () => {
  expect(remarkOnName('a\u200bb')).toBe(
    message('name.hidden', { character: 'U+200B', position: 2 }),
  )
})

test('never changes what was typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const parsed = parseName(text, 128)
      expect(parsed.ok ? parsed.value : text).toBe(text)
    }),
  )
})
