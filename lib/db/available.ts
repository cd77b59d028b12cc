import 'server-only'
import { DatabaseError, Failure, InvalidInput } from '@/lib/failure/errors'
import { message } from '@/lib/i18n/message'
import { log } from '@/lib/process/log'

// PostgreSQL error codes: read_only_sql_transaction, disk_full
const TAKES_NO_WRITES = new Set(['25006', '53100'])
/**
 * Its classes of failures that are not of the statement: connection, sign-in, no such database, rollback by another
 * transaction, resources, state of an object, intervention (also a statement that took too long), system, internal.
 */
const OF_THE_DATABASE = /^(08|28|3D|40|53|55|57|58|XX)...$/
/** What the system says of a connection; a missing socket is told by its call. */
const NO_NETWORK =
  /^(ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|E(HOST|NET)UNREACH|ENOTFOUND|EAI_AGAIN|E[MN]FILE)$/
/** What `pg` says, without a code, of a connection that is not there. */
const NO_CONNECTION =
  /^(Connection terminated|timeout exceeded when|timeout expired|Query read timeout|Client (has encountered|was closed)|[^:]* SSL connection)/

/**
 * Runs what needs the database. @throws DatabaseError: `DatabaseUnavailable` when the database fails,
 * `DatabaseReadOnly` when it only takes no writes; InvalidInput when no column can hold a value. A fault of ours,
 * also a statement that PostgreSQL does not understand, is thrown on as it is.
 */
export async function withDatabase<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof Failure) throw error
    const said = causeOf(error)
    const code = codeOf(said)
    // Class 22, data exception: a NUL in a text, a year that does not exist.
    if (/^22...$/.test(code))
      throw new InvalidInput([{ path: [], message: message('request.unknown') }])
    if (!isOfTheDatabase(said, code)) throw error
    log.error({ error, code }, 'database failed')
    throw new DatabaseError(TAKES_NO_WRITES.has(code) ? 'DatabaseReadOnly' : 'DatabaseUnavailable')
  }
}

/** The libraries wrap what was thrown. */
function causeOf(error: unknown): unknown {
  return error instanceof Error && error.cause instanceof Error ? causeOf(error.cause) : error
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

const isOfTheDatabase = (error: unknown, code: string): boolean =>
  TAKES_NO_WRITES.has(code) ||
  OF_THE_DATABASE.test(code) ||
  NO_NETWORK.test(code) ||
  (error instanceof Error && 'syscall' in error && error.syscall === 'connect') ||
  (error instanceof Error && NO_CONNECTION.test(error.message))
