import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { toCsv } from './csv'

const read = (csv: string, delimiter: string) =>
  parse(csv, { delimiter, record_delimiter: '\r\n', relax_quotes: true, relax_column_count: true })

const start = fc.constantFrom('', ...Array.from('=+-@＝＋－＠\t\r\n ";,\u200B\uFEFF'))
const text = fc.tuple(start, start, fc.string()).map((parts) => parts.join(''))
const rows = fc.array(fc.array(text, { minLength: 2, maxLength: 4 }), { minLength: 1 })

test('no cell begins a formula, and every text reads back', () => {
  fc.assert(
    fc.property(rows, (written) => {
      const cells = read(toCsv(written), ',')
      // Only apostrophes were put in.
      const plain = (table: string[][]) =>
        table.map((row) => row.map((it) => it.replaceAll("'", '')))
      expect(plain(cells)).toEqual(plain(written))
      expect(cells.flat().filter((cell) => /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(cell))).toEqual([])
    }),
  )
})

test.each(['a;=1+1', '＝1+1', '\n=1+1', ' =1+1', '\u200B=1+1', '-1;=1'])(
  '%j makes no formula, also where a semicolon separates',
  (words) => {
    const cells = read(toCsv([[words, words]]), ';').flat()
    expect(cells.filter((cell) => /^\s*[=+\-@＝＋－＠]/u.test(cell))).toEqual([])
  },
)

test('a number stays a number, also a negative one', () => {
  expect(toCsv([['ASN', -5]])).toBe('"ASN","-5"\r\n')
})
