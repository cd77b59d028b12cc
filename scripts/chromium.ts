import { existsSync } from 'node:fs'

import { chromium } from '@playwright/test'

/** Debian's browser without a window: a page of the other takes a second of the processor more, for parts nobody sees. */
export const HEADLESS_SHELL = '/usr/bin/chromium-headless-shell'

const PLACES = [
  HEADLESS_SHELL,
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
    throw new Error(
      'No Chromium found: install Debian package chromium-headless-shell or set CHROMIUM_PATH.',
    )
  return found
}
