import { existsSync } from 'node:fs'

import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

import { common } from './vitest.config.ts'

/**
 * First those that wait for devices and clocks, while the proofs in the browser take the processor; then the longest,
 * each of which would run alone at the end.
 */
const FIRST = [
  'proofs/watcher',
  'proofs/lab/story',
  'proofs/lab/combinations',
  'proofs/lab/bgp',
  'proofs/lab/breaks',
  'proofs/kills',
  'proofs/cloud-faults',
  'proofs/database-faults',
  'proofs/bodies',
  'proofs/outage',
].map((name) => `${name}.proof.ts`)
const renamed = FIRST.filter((path) => !existsSync(new URL(path, import.meta.url)))
if (renamed.length > 0) throw new Error(`No proof of this name: ${renamed.join(', ')}`)

class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = FIRST.findIndex((path) => moduleId.endsWith(`/${path}`))
      return at < 0 ? FIRST.length : at
    }
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b))
  }
}

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
    // Each has servers of its own.
    maxWorkers: 2,
    sequence: { sequencer: InOrder },
  },
})
