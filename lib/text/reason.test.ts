import { expect, test } from 'vitest'

import { unpackMessage } from '@/lib/i18n/message'

import { parseReason } from './reason'

const keyOf = (typed: string) => {
  const parsed = parseReason(typed)
  return parsed.ok ? parsed.value : unpackMessage(parsed.message).key
}

test('a reason is one line of at most 200 characters that shows as it reads', () => {
  expect(keyOf('  CHG-4711 更换算法  ')).toBe('CHG-4711 更换算法')
  expect(keyOf('https://tickets.example.com/CHG-4711')).toBe('https://tickets.example.com/CHG-4711')
  expect(keyOf(' \t\n ')).toBe('')
  expect(keyOf('x'.repeat(200))).toBe('x'.repeat(200))
  expect(keyOf('x'.repeat(201))).toBe('reason.length')
  for (const broken of [
    'a\nb',
    'a\u0000b',
    'a\u001Bb',
    'a\u2028b',
    'a\u202Eb',
    'a\u2066b',
    'a\uD800b',
  ])
    expect([broken, keyOf(broken)]).toEqual([broken, 'reason.control'])
})
