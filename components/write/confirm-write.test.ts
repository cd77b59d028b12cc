import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

test('whatever asks before a write asks why', () => {
  const asking = ['app', 'components'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((file) => join(folder, file))
      .filter((file) => file.endsWith('.tsx'))
      .filter((file) => /\bConfirmDialog\b/.test(readFileSync(file, 'utf8'))),
  )
  // The dialog itself, what puts the reason into it, and a form that would lose what was typed.
  expect(asking.toSorted()).toEqual([
    'components/form/form.tsx',
    'components/ui/confirm-dialog.tsx',
    'components/write/confirm-write.tsx',
  ])
})
