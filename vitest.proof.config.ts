import { mergeConfig } from 'vitest/config'

import base from './vitest.config'

/** The long proofs of the durable engine: random histories, and servers and databases that fail at each point of each write. */
export default mergeConfig(
  { ...base, test: { ...base.test, include: [] } },
  {
    // Each keeps the machine busy with servers of its own.
    test: { include: ['proofs/**/*.proof.ts'], fileParallelism: false },
  },
)
