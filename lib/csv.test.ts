import fc from 'fast-check'
import { expect, test } from 'vitest'

import { toCsv } from '@/lib/csv'

test('cells with commas, quotes and line breaks keep their bounds', () => {
  expect(toCsv([['a,b', 'say "x"', 'two\nlines', 'plain']])).toBe(
    '\uFEFF"a,b","say ""x""","two\nlines",plain\r\n',
  )
})

test('no cell begins a formula, whatever it holds', () => {
  const begin = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '＝', '')
  fc.assert(
    fc.property(begin, fc.string(), (first, rest) => {
      const cell = toCsv([[first + rest]]).slice(1, -2)
      const shown = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell
      expect(shown).not.toMatch(/^[=+\-@\t\r\n＝]/)
      expect([shown, shown.slice(1)]).toContain(first + rest)
    }),
  )
})
