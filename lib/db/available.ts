import 'server-only'
import { CloudError } from '@/lib/cloud/errors'
import { log } from '@/lib/log'

/** Runs what needs the database. @throws CloudError `DatabaseUnavailable` when the database fails. */
export async function withDatabase<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof CloudError) throw error
    log.error({ error }, 'database failed')
    throw new CloudError({
      code: 'DatabaseUnavailable',
      outcome: 'refused',
      message: 'The console has no database. Nothing was sent.',
    })
  }
}
