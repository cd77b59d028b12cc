import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { approvedAction } from '@/app/(console)/approved-actions'

test('every action that may have to be approved is found again by its name', async () => {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .map((file) => join('app', file))
    .filter((file) => file.endsWith('.ts') && /^'use server'/m.test(readFileSync(file, 'utf8')))
  const names: string[] = []
  for (const file of files) {
    const all = (await import(join(process.cwd(), file))) as Record<string, { approvedAs?: string }>
    for (const made of Object.values(all)) {
      if (made.approvedAs === undefined) continue
      expect(approvedAction(made.approvedAs)).toBe(made)
      names.push(made.approvedAs)
    }
  }
  expect(names.length).toBeGreaterThan(15)
  expect(new Set(names).size).toBe(names.length)
})
