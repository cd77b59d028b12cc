import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { knownPaths } from './routes'

test('a path is known when the build has a page for it, not when that page says there is none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gate-routes-'))
  const manifest = {
    staticRoutes: [
      { page: '/', regex: '^/(?:/)?$' },
      { page: '/_not-found', regex: '^/_not\\-found(?:/)?$' },
      { page: '/cen', regex: '^/cen(?:/)?$' },
    ],
    dynamicRoutes: [
      { page: '/[...missing]', regex: '^/(.+?)(?:/)?$' },
      { page: '/cen/[cenId]', regex: '^/cen/([^/]+?)(?:/)?$' },
    ],
  }
  writeFileSync(join(folder, 'routes-manifest.json'), JSON.stringify(manifest))
  const isKnown = knownPaths(folder)
  rmSync(folder, { recursive: true })
  for (const path of ['/', '/cen', '/cen/cen-abc', '/cen/%E2%80%AE'])
    expect(isKnown(path)).toBe(true)
  for (const path of [
    '/nowhere',
    '/_not-found',
    '/_next/image',
    '/cen/a/b',
    '/CEN',
    '/cen.rsc',
    '',
  ])
    expect(isKnown(path)).toBe(false)
})
