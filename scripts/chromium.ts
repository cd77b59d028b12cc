import { existsSync } from 'node:fs'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * The installed Chromium that browser tests and benchmarks use; `CHROMIUM_PATH` names another one.
 * @throws when there is none, saying how to get one.
 */
export function chromiumPath(): string {
  const found = [process.env['CHROMIUM_PATH'], ...PLACES].find((path) => path && existsSync(path))
  if (!found)
    throw new Error('No Chromium found: install Debian package chromium or set CHROMIUM_PATH.')
  return found
}
