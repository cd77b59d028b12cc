import { expect, test } from 'vitest'

import { generatePsk } from '@/lib/connection-form/generate-psk'
import { parsePsk } from '@/lib/connection-form/read'

test('a generated key is 32 letters and digits that no device misreads', () => {
  const keys = Array.from({ length: 5000 }, generatePsk)
  for (const key of keys) expect(key).toMatch(/^[A-Za-z1-9][A-Za-z0-9]{31}$/)
  for (const key of keys) expect(parsePsk(key)).toEqual({ ok: true, value: key })
  expect(new Set(keys).size).toBe(keys.length)
})

test('each character is as likely as any other', () => {
  const counts = new Map<string, number>()
  for (let round = 0; round < 5000; round++)
    for (const character of generatePsk().slice(1))
      counts.set(character, (counts.get(character) ?? 0) + 1)
  const expected = (5000 * 31) / 62
  expect(counts.size).toBe(62)
  const chi = [...counts.values()].reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0)
  expect(chi).toBeLessThan(130) // 61 degrees of freedom: exceeded once in a million runs
})
