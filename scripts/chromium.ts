import { existsSync } from 'node:fs'

import { chromium } from '@playwright/test'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The installed Chromium, if any; `CHROMIUM_PATH` names another one. */
export const findChromium = (): string | undefined =>
  [process.env['CHROMIUM_PATH'], ...PLACES, chromium.executablePath()].find(
    (path) => path && existsSync(path),
  )

/**
 * The Chromium that browser tests and benchmarks use.
 * @throws when there is none, saying how to get one.
 */
export function chromiumPath(): string {
  const found = findChromium()
  if (!found)
    throw new Error('No Chromium found: install Debian package chromium or set CHROMIUM_PATH.')
  return found
}
