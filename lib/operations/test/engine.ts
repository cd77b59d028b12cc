import { DBOS } from '@dbos-inc/dbos-sdk'
import { vi } from 'vitest'

import { db, engineDb } from '@/lib/db/pool'
import type { RunningEmulator, startBoth } from '@/lib/db/test/rig'
import type { Operation } from '@/lib/operations/schema'
import { viewOperation } from '@/lib/operations/view'

/** Looks at an operation until it is as wanted, and gives it. */
export const until = (operationId: string, isWanted: (operation: Operation) => boolean) =>
  vi.waitUntil(
    async () => {
      const operation = await viewOperation({ profile: 'main' }, operationId)
      return isWanted(operation) && operation
    },
    // The end of a wait that has failed: the machine may be busy with others.
    { timeout: 240_000, interval: 20 },
  )

/** The calls that changed something, in their order. */
export const effectsOn = async (emulator: RunningEmulator) =>
  (await emulator.calls()).filter(({ effect }) => effect).map(({ action }) => action)

/** Ends the engine of this process, and what it ran on. */
export async function stopEngine(rig: Awaited<ReturnType<typeof startBoth>>): Promise<void> {
  await DBOS.shutdown()
  await Promise.all([db().$client.end(), engineDb().$client.end()])
  await Promise.all([rig.emulator.stop(), rig.database.stop()])
}
