import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const SOURCES = [
  'app',
  'components',
  'lib',
  'messages',
  'packages',
  'public',
  'instrumentation.ts',
  'instrumentation-client.ts',
  'proxy.ts',
  'next.config.js',
  'package-lock.json',
  'postcss.config.mjs',
  'tsconfig.json',
]

/**
 * Where the build lies. What tests, measures or takes pictures has one of its own: a console may be running from
 * this checkout. `next.config.js` reads the same variable.
 */
export const BUILD_FOLDER = process.env['BUILD_FOLDER'] ?? '.next'
const STAMP = join(BUILD_FOLDER, 'sources')

/** The production build is missing, or was not made from the sources as they are. */
export function isBuildStale(): boolean {
  const id = join(BUILD_FOLDER, 'BUILD_ID')
  if (!existsSync(id)) return true
  if (existsSync(STAMP)) return readFileSync(STAMP, 'utf8') !== sources()
  // Made by hand, which leaves no stamp: what changed since is newer, a folder too when something in it is gone.
  return SOURCES.flatMap(pathsOf).some((path) => statSync(path).mtimeMs > statSync(id).mtimeMs)
}

/** Remembers from which sources the build was made. Call it after a build. */
export const markBuilt = (): void => writeFileSync(STAMP, sources())

function sources(): string {
  const hash = createHash('sha256')
  for (const path of SOURCES.flatMap(pathsOf)) {
    const stat = statSync(path)
    if (stat.isFile()) hash.update(`${path} ${stat.size} ${stat.mtimeMs}\n`)
  }
  return hash.digest('hex')
}

/** The files and folders at and below a path. */
function pathsOf(path: string): string[] {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return [
    path,
    ...readdirSync(path)
      .sort()
      .filter((name) => name !== 'node_modules')
      .flatMap((name) => pathsOf(join(path, name))),
  ]
}
