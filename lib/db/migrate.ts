import { fileURLToPath } from 'node:url'

import { DBOS } from '@dbos-inc/dbos-sdk'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { Client } from 'pg'

/** Any number that no other program on this database locks. */
const MIGRATION_LOCK = 20_170_912

/**
 * Brings our tables and those of the durable engine up to date as their owner, and lets the role of the console
 * do there what it needs and no more. Several callers wait for one another.
 */
export async function migrateDatabase(ownerUrl: string, url: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl })
  const role = roleOf(url)
  // The query under way is refused as well; an error without a listener would end the process.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await migrate(drizzle(client), {
      migrationsFolder: fileURLToPath(new URL('migrations', import.meta.url)),
    })
    await DBOS.migrate(ownerUrl)
    if (role !== roleOf(ownerUrl)) await grant(client, role)
  } finally {
    await client.end()
  }
}

/** Rows of every table; lines of the audit are read and added, never changed, and only old ones removed, by a function; the schema is the owner's. */
async function grant(client: Client, role: string): Promise<void> {
  const name = client.escapeIdentifier(role)
  // One message is one transaction: at no moment may the audit be changed.
  await client.query(`
    grant usage on schema public, dbos to ${name};
    grant select, insert, update, delete on all tables in schema public, dbos to ${name};
    grant usage on all sequences in schema public, dbos to ${name};
    grant execute on all functions in schema dbos to ${name};
    grant execute on function prune_audit(integer) to ${name};
    revoke update, delete, truncate on audit from ${name};`)
}

/**
 * Whether the role of an address could change or remove lines of the audit: it owns the table, or may change its
 * rows, or may hide it behind a table of the same name.
 */
export async function mayChangeAudit(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ may: boolean }>(`
      select pg_has_role(relowner, 'member')
        or has_table_privilege(oid, 'update, delete, truncate, trigger')
        or has_schema_privilege('public', 'create')
        or has_database_privilege(current_database(), 'temporary') as may
      from pg_class where oid = 'public.audit'::regclass`)
    return rows[0]?.may !== false
  } finally {
    await client.end()
  }
}

const roleOf = (url: string): string => new Client({ connectionString: url }).user ?? ''
