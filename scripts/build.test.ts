import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, onTestFinished, test } from 'vitest'

test('a build made by hand is as good as one that was stamped, until a source is changed, added or removed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cen-vpn-build-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const at = (second: number, ...paths: string[]) => {
    for (const path of paths) utimesSync(join(folder, path), second, second)
  }
  const script = join(import.meta.dirname, 'build.ts')
  const ask = (what: string) =>
    execFileSync(
      process.execPath,
      ['--import', import.meta.resolve('tsx'), '-e', `import('${script}').then(${what})`],
      { cwd: folder, encoding: 'utf8', env: { ...process.env, BUILD_FOLDER: '.next' } },
    ).trim()
  const isStale = () => ask('(build) => console.log(build.isBuildStale())') === 'true'

  for (const path of ['lib/text', '.next']) mkdirSync(join(folder, path), { recursive: true })
  for (const path of ['lib/text/a.ts', 'lib/text/b.ts']) writeFileSync(join(folder, path), 'one')
  expect(isStale()).toBe(true)
  writeFileSync(join(folder, '.next/BUILD_ID'), 'x')
  at(1000, 'lib/text/a.ts', 'lib/text/b.ts', 'lib/text', 'lib')
  at(2000, '.next/BUILD_ID')
  expect(isStale()).toBe(false)
  rmSync(join(folder, 'lib/text/b.ts'))
  expect(isStale()).toBe(true)
  at(1000, 'lib/text')
  at(3000, 'lib/text/a.ts')
  expect(isStale()).toBe(true)
  ask('(build) => build.markBuilt()')
  expect(isStale()).toBe(false)
  writeFileSync(join(folder, 'lib/text/a.ts'), 'another')
  expect(isStale()).toBe(true)
})
