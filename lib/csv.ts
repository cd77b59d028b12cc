/**
 * A table as CSV (RFC 4180) for spreadsheets. A cell that a spreadsheet would run as a formula gets an
 * apostrophe in front, which shows the text and runs nothing.
 */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`

// OWASP, CSV Injection: = + - @, tab and carriage return at the start of a cell begin a formula.
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n\t;]|^'|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
