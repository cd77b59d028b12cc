import 'server-only'
import { takeConsole } from '@/lib/process/console'
import { log } from '@/lib/process/log'

/** What the server does once when it starts: every kind of operation is known before the first one goes on. */
export async function begin(): Promise<void> {
  if (process.env.NODE_ENV === 'production') takeConsole()
  // Node itself would print the words of whatever was thrown, which the supervisor lets nobody read.
  process.on('uncaughtExceptionMonitor', (error) => log.fatal({ error }, 'the console dies'))
  await import('@/lib/operations/kinds')
  const { launch } = await import('@/lib/operations/engine/launch')
  // Reading the cloud works without a database, so the server does not wait for it.
  launch().catch((error: unknown) => log.error({ error }, 'operations do not run'))
  const { keepWatching } = await import('@/lib/history/keep-watching')
  keepWatching()
  const { keepRequests } = await import('@/lib/approvals/keep-requests')
  keepRequests()
}
