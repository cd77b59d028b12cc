import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'

import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: root },
      // Outside Next there is no server bundle to fence; the build checks this import.
      { find: 'server-only', replacement: `${root}node_modules/server-only/empty.js` },
    ],
  },
  test: {
    include: ['{lib,gate,emulator,packages,proofs,scripts,app,components}/**/*.test.ts'],
    environment: 'node',
    // The end of a wait that has failed, not a measure of speed: the machine may be busy with others.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Many files wait for a database or another process; meanwhile the next one works.
    maxWorkers: availableParallelism() + 1,
  },
})
