import 'server-only'
import { DatabaseError, Failure } from '@/lib/failure/errors'
import { log } from '@/lib/process/log'

// PostgreSQL error codes: read_only_sql_transaction, disk_full
const TAKES_NO_WRITES = new Set(['25006', '53100'])

/**
 * Runs what needs the database. @throws DatabaseError: `DatabaseUnavailable` when the database fails,
 * `DatabaseReadOnly` when it only takes no writes.
 */
export async function withDatabase<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof Failure) throw error
    log.error({ error }, 'database failed')
    throw new DatabaseError(
      error instanceof Error && isReadOnly(error) ? 'DatabaseReadOnly' : 'DatabaseUnavailable',
    )
  }
}

/** The library wraps what PostgreSQL said. */
const isReadOnly = ({ cause }: Error): boolean =>
  cause instanceof Error && 'code' in cause && TAKES_NO_WRITES.has(String(cause.code))
