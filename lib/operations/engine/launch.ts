import 'server-only'
import { DBOS } from '@dbos-inc/dbos-sdk'
import { sql } from 'drizzle-orm'

import { dbosPool, engineDb } from '@/lib/db/pool'
import { Fault } from '@/lib/failure/errors'
import { insist } from '@/lib/operations/engine/database'
import { keepAlive, newExecutorId } from '@/lib/operations/engine/replicas'
import { workflow } from '@/lib/operations/engine/workflow'
import { env } from '@/lib/process/env'
import { log } from '@/lib/process/log'
import { once } from '@/lib/request/once'

/** Raised only when a running operation of the version before could not go on under the new code. */
const APPLICATION_VERSION = '1'

/**
 * Begins, once per process, to run operations and to take over those of servers that died. Waits for a
 * database that does not answer yet. @throws when the server has none at all.
 */
export const launch = (): Promise<void> => once('launch', launchNow)

async function launchNow(): Promise<void> {
  if (!env.DATABASE_URL)
    throw new Fault('DATABASE_URL is not set. Start the console with npm start.')
  await insist(() => engineDb().execute(sql`select 1`))
  const executorId = newExecutorId()
  workflow()
  DBOS.setConfig({
    name: 'cen-vpn-console',
    systemDatabaseUrl: env.DATABASE_URL,
    // The migration made its tables: this role could not.
    runMigrations: false,
    executorID: executorId,
    applicationVersion: APPLICATION_VERSION,
    systemDatabasePool: dbosPool(),
    logger: {
      info: () => undefined,
      debug: () => undefined,
      warn: (_, facts) => log.warn(failureIn(facts), 'the engine warns'),
      error: (_, facts) => log.error(failureIn(facts), 'the engine failed'),
    },
  })
  await insist(launchWhole)
  keepAlive(executorId)
}

/** What the engine failed with, where it says so; its words repeat what was in the database, so they are not told. */
const failureIn = (facts: unknown): { error?: unknown } =>
  typeof facts === 'object' && facts !== null && 'error' in facts ? { error: facts.error } : {}

/** Half launched the engine would take operations and run none. */
async function launchWhole(): Promise<void> {
  try {
    await DBOS.launch()
  } catch (error) {
    await DBOS.shutdown()
    throw error
  }
}
