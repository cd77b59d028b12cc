import { afterAll, vi } from 'vitest'

import { start } from '@/emulator/test/start'

/**
 * Starts an emulator for the tests of one file, in which everything happens at once. Import `cloud.ts`
 * files after it: they read the port when they are loaded.
 */
export async function emulator(
  world: 'sample' | 'empty' = 'empty',
  options: Pick<NonNullable<Parameters<typeof start>[0]>, 'gateways' | 'clock'> = {},
) {
  const running = await start({ world, timeScale: 0, ...options })
  vi.stubEnv('EMULATOR_PORT', String(running.port))
  vi.stubEnv('LOG_LEVEL', 'silent')
  afterAll(() => running.close())
  return running
}

let tokens = 0
/** A write of its own. */
export const write = (dryRun = false) => ({ clientToken: `token-${++tokens}`, dryRun })

export const main = { profile: 'main' }
export const partner = { profile: 'partner' }
