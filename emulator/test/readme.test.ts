import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { cbn } from '../operations/cbn'
import { vpc } from '../operations/vpc'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

/** The rows of the table whose first heading is given. */
function rows(heading: string): string[][] {
  const lines = readme.split('\n')
  const start = lines.findIndex((line) => line.startsWith(`| ${heading} |`))
  const rest = lines.slice(start + 2)
  return rest
    .slice(
      0,
      rest.findIndex((line) => !line.startsWith('|')),
    )
    .map((line) => line.split(/ ?\| ?/).slice(1, -1))
}

test.each([
  ['CBN operation', cbn],
  ['VPC operation', vpc],
])('the README says of each %s how it is known', (heading, operations) => {
  const table = rows(heading)
  expect(table.map(([name = '']) => name).sort()).toEqual(Object.keys(operations).sort())
  for (const [, known = ''] of table) {
    const words = known.split(', ')
    expect(words).toContain('sdk')
    for (const word of words) expect(['sdk', 'docs', 'terraform']).toContain(word)
  }
})
