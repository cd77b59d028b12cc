import { fileURLToPath } from 'node:url'

import { DBOS } from '@dbos-inc/dbos-sdk'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { Client } from 'pg'

/** Any number that no other program on this database locks. */
const MIGRATION_LOCK = 20_170_912

/** Brings our tables and those of the durable engine up to date; several callers wait for one another. */
export async function migrateDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  // The query under way is refused as well; an error without a listener would end the process.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await migrate(drizzle(client), {
      migrationsFolder: fileURLToPath(new URL('migrations', import.meta.url)),
    })
    await DBOS.migrate(url)
  } finally {
    await client.end()
  }
}
