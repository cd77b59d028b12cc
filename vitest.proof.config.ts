import { defineConfig } from 'vitest/config'

import { common } from './vitest.config.ts'

/** What takes more than ten seconds: random histories, servers and databases that fail at each point of each write. */
export default defineConfig({
  ...common,
  test: {
    ...common.test,
    include: ['{app,gate,lib,proofs,scripts}/**/*.proof.ts'],
    // Its ratios of times are decided by a busy machine, and what can be counted `gate/fairness.test.ts` counts: `GATE_LOAD=1 npm run proof` takes it along.
    exclude: process.env['GATE_LOAD'] ? [] : ['proofs/gate-load.proof.ts'],
    testTimeout: 1_800_000,
    hookTimeout: 1_800_000,
    // Each has servers of its own, and waits for them most of the time.
    maxWorkers: 2,
  },
})
