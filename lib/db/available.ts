import 'server-only'
import { DatabaseError, Failure, InvalidInput } from '@/lib/failure/errors'
import { message } from '@/lib/i18n/message'
import { log } from '@/lib/process/log'

// PostgreSQL error codes: read_only_sql_transaction, disk_full
const TAKES_NO_WRITES = new Set(['25006', '53100'])

/**
 * Runs what needs the database. @throws DatabaseError: `DatabaseUnavailable` when the database fails,
 * `DatabaseReadOnly` when it only takes no writes; InvalidInput when no column can hold a value.
 */
export async function withDatabase<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof Failure || error instanceof InvalidInput) throw error
    const code = codeOf(error)
    // Class 22, data exception: a NUL in a text, a year that does not exist.
    if (code.startsWith('22'))
      throw new InvalidInput([{ path: [], message: message('request.unknown') }])
    log.error({ error, code }, 'database failed')
    throw new DatabaseError(TAKES_NO_WRITES.has(code) ? 'DatabaseReadOnly' : 'DatabaseUnavailable')
  }
}

/** What PostgreSQL called the error; the library wraps it. Empty when it said nothing. */
function codeOf(error: unknown): string {
  const said = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return said instanceof Error && 'code' in said ? String(said.code) : ''
}
