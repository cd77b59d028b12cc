import { readFileSync } from 'node:fs'
import { join } from 'node:path'

interface RoutesManifest {
  staticRoutes: { page: string; regex: string }[]
  dynamicRoutes: { page: string; regex: string }[]
}

/** Whether the build has a page or a handler at a path; written down by `next build` in its own manifest. */
export function knownPaths(buildFolder: string): (path: string) => boolean {
  const text = readFileSync(join(buildFolder, 'routes-manifest.json'), 'utf8')
  const { staticRoutes, dynamicRoutes } = JSON.parse(text) as RoutesManifest
  // Those with an underscore are Next's own: what it shows when there is nothing.
  const fixed = new Set(
    staticRoutes.map(({ page }) => page).filter((page) => !page.startsWith('/_')),
  )
  // One that takes every address is there to say that there is nothing.
  const patterns = dynamicRoutes
    .filter(({ page }) => !page.includes('[...'))
    .map(({ regex }) => new RegExp(regex))
  return (path) => fixed.has(path) || patterns.some((pattern) => pattern.test(path))
}
