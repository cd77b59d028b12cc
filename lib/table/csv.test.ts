import fc from 'fast-check'
import { expect, test } from 'vitest'

import { toCsv } from './csv'

/** Reads one line of RFC 4180 back, written apart from the code under test. */
function readLine(line: string): string[] {
  const cells: string[] = []
  let at = 0
  while (at <= line.length) {
    if (line[at] === '"') {
      let text = ''
      at += 1
      while (line[at] !== '"' || line[at + 1] === '"') {
        text += line[at]
        at += line[at] === '"' ? 2 : 1
      }
      cells.push(text)
      at += 2
    } else {
      const comma = line.indexOf(',', at)
      const end = comma < 0 ? line.length : comma
      cells.push(line.slice(at, end))
      at = end + 1
    }
  }
  return cells
}

test('no cell begins a formula, and every text reads back', () => {
  const start = fc.constantFrom('', '=', '+', '-', '@', '\t', '\r', '"', ',')
  const text = fc.tuple(start, fc.string()).map(([first, rest]) => first + rest)
  fc.assert(
    fc.property(fc.array(text, { minLength: 1 }), (row) => {
      const read = readLine(toCsv([row]).slice(0, -2))
      expect(read.some((cell) => /^[=+\-@\t\r]/.test(cell))).toBe(false)
      expect(read.map((cell, index) => (cell === row[index] ? cell : cell.slice(1)))).toEqual(row)
    }),
  )
})

test('a number stays a number, also a negative one', () => {
  expect(toCsv([['ASN', -5]])).toBe('ASN,-5\r\n')
})
