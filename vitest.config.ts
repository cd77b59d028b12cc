import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))
const FOLDERS = ['lib', 'gate', 'emulator', 'packages', 'proofs', 'scripts', 'app', 'components']

/** What sets the environment, or loads modules that remember it; and what changes modules or the clock. */
const NEEDS_MODULES_OF_ITS_OWN =
  /process\.env|vi\.(hoisted|mock|resetModules|useFakeTimers)|\/(db\/test\/rig|cloud\/test\/emulator)'/

const files = FOLDERS.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts') && !path.includes('node_modules'))
    .map((path) => join(folder, path)),
)
const isolated = files.filter((path) =>
  NEEDS_MODULES_OF_ITS_OWN.test(readFileSync(join(root, path), 'utf8')),
)

/** What all tests have in common, the proofs too. */
export const common = {
  resolve: {
    alias: [
      { find: /^@\//, replacement: root },
      // Outside Next there is no server bundle to fence; the build checks this import.
      { find: 'server-only', replacement: `${root}node_modules/server-only/empty.js` },
    ],
  },
  test: {
    environment: 'node',
    // The end of a wait that has failed, not a measure of speed: the machine may be busy with others.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
} as const

export default defineConfig({
  ...common,
  test: {
    ...common.test,
    // Many files wait for a database or another process; meanwhile the next one works.
    maxWorkers: availableParallelism() + 1,
    projects: [
      { extends: true, test: { name: 'isolated', include: isolated } },
      // Most of the time went into loading the SDK and the schemas again for each file.
      {
        extends: true,
        test: {
          name: 'shared',
          include: files.filter((path) => !isolated.includes(path)),
          isolate: false,
        },
      },
    ],
  },
})
