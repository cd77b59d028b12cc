import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'
import { z } from 'zod'

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

const { packages } = z
  .object({
    packages: z.record(
      z.string(),
      z.object({
        version: z.string().optional(),
        resolved: z.string().optional(),
        integrity: z.string().optional(),
        link: z.literal(true).optional(),
        /** Part of the archive of the package around it, and of its hash. */
        inBundle: z.literal(true).optional(),
        hasInstallScript: z.literal(true).optional(),
      }),
    ),
  })
  .parse(json('package-lock.json'))

const { allowScripts } = z
  .object({ allowScripts: z.record(z.string(), z.boolean()) })
  .parse(json('package.json'))

const floor = z
  .array(
    z.strictObject({
      package: z.string(),
      minimum: z.string().regex(/^\d+\.\d+\.\d+$/),
      /** Of GitHub's database: github.com/advisories/… */
      advisory: z.string().regex(/^GHSA(-[2-9cfghjmpqrvwx]{4}){3}$/),
      /** When the line was written. */
      date: z.iso.date(),
    }),
  )
  .parse(json('security-floor.json'))

const MODULES = 'node_modules/'
const nameOf = (path: string) => path.slice(path.lastIndexOf(MODULES) + MODULES.length)
const installed = Object.entries(packages).filter(([path]) => path.includes(MODULES))

test('every package is of the registry, with a hash, or lies in this repository', () => {
  const strangers = installed.filter(([, entry]) => {
    if (entry.link) return !entry.resolved?.startsWith('packages/')
    if (entry.inBundle) return false
    const isOfRegistry = !entry.resolved || entry.resolved.startsWith('https://registry.npmjs.org/')
    return !isOfRegistry || !entry.integrity?.startsWith('sha512-')
  })
  expect(strangers.map(([path]) => path)).toEqual([])
})

test('whether the script of a package runs when it is installed is decided in allowScripts', () => {
  const scripted = installed.filter(([, entry]) => entry.hasInstallScript)
  const names = new Set(scripted.map(([path]) => nameOf(path)))
  expect([...names].sort()).toEqual(Object.keys(allowScripts).sort())
})

test.each(floor)('$package is at least $minimum: $advisory', ({ package: name, minimum }) => {
  const versions = installed.filter(([path]) => nameOf(path) === name)
  expect(versions).not.toEqual([])
  const below = versions.filter(([, { version }]) => isBelow(version, minimum))
  expect(below.map(([path, { version }]) => `${path} ${version}`)).toEqual([])
})

/** Also a version before the release that bears the number. */
function isBelow(version = '0.0.0', minimum: string): boolean {
  const [numbers = '', before] = version.split(/-(.*)/)
  const order = numbers.localeCompare(minimum, 'en', { numeric: true })
  return order < 0 || (order === 0 && before !== undefined)
}
