import { mergeConfig } from 'vitest/config'

import base from './vitest.config'

/** The long proofs of the durable engine: random histories, and servers and databases that fail at each point of each write. */
export default mergeConfig(
  { ...base, test: { ...base.test, include: [] } },
  {
    test: {
      include: ['proofs/**/*.proof.ts'],
      testTimeout: 1_800_000,
      // Each keeps the machine busy with servers of its own.
      fileParallelism: false,
    },
  },
)
