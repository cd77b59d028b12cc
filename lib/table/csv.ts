/** A spreadsheet runs a cell that begins with one of these (OWASP, CSV Injection; Excel reads ＝ as =). */
const FORMULA = new Set('=+-@＝＋－＠')
/** What ends a cell in some country's spreadsheets: quotes do not protect it where the comma is no separator. */
const SEPARATORS = new Set(';|\t\r\n')
const BLANK = /[\s\p{Cf}\p{Cc}]/u

/** Puts an apostrophe before what would begin a formula, wherever a cell may begin. */
function defuse(text: string): string {
  let safe = /^[\t\r\n]/.test(text) ? "'" : ''
  let isStart = true
  for (const sign of text) {
    if (isStart && FORMULA.has(sign)) safe += "'"
    isStart = SEPARATORS.has(sign) || (isStart && BLANK.test(sign))
    safe += sign
  }
  return safe
}

const cell = (value: string | number): string =>
  `"${(typeof value === 'string' ? defuse(value) : String(value)).replaceAll('"', '""')}"`

/** Comma-separated text (RFC 4180) that opens in a spreadsheet without running anything. */
export const toCsv = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
