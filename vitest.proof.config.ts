import { availableParallelism } from 'node:os'

import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

import { common } from './vitest.config.ts'

/** Those that take longer than two minutes. */
const LONGEST = ['kills', 'cloud-faults', 'watcher', 'database-faults', 'lab/story', 'bodies']

/** The longest first: begun last, each of them would run alone at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(`/proofs/${name}.proof.ts`))
      return at < 0 ? LONGEST.length : at
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
    // Each has servers of its own, and waits for them most of the time.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
  },
})
