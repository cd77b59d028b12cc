import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

test('what a process has one of is made in one place: two of one name would be one', () => {
  const made = readdirSync('lib', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) =>
      [...readFileSync(join('lib', file), 'utf8').matchAll(/\bonce\('([^']+)'/g)].map(
        ([, name = '']) => ({ file, name }),
      ),
    )
  expect(made.length).toBeGreaterThan(20)
  const files = new Map<string, Set<string>>()
  for (const { file, name } of made) files.set(name, (files.get(name) ?? new Set()).add(file))
  expect([...files].filter(([, each]) => each.size > 1)).toEqual([])
})
