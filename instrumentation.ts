import type { Instrumentation } from 'next'

/** Runs once when the server starts. Under a condition, so that nothing of it is built for the edge runtime. */
export async function register(): Promise<void> {
<<<<<<< HEAD
  if (process.env['NEXT_RUNTIME'] === 'nodejs') await (await import('@/lib/process/begin')).begin()
=======
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return
  const [{ log }, { takeConsole }] = await Promise.all([
    import('@/lib/process/log'),
    import('@/lib/process/console'),
  ])
  if (process.env.NODE_ENV === 'production') takeConsole()
  await import('@/lib/operations/kinds')
  const { launch } = await import('@/lib/operations/engine/launch')
  // Reading the cloud works without a database, so the server does not wait for it.
  launch().catch((error: unknown) => log.error({ error }, 'operations do not run'))
  const { keepWatching } = await import('@/lib/history/keep-watching')
  keepWatching()
>>>>>>> 47107a6 (Remember what changed on a connection, and when: a watcher, a timeline, metrics with alert rules, signed webhooks)
}

/** Says where Next caught an error: the route as its files name it, not the address. */
export const onRequestError: Instrumentation.onRequestError = async (
  error,
  _request,
  { routePath, routeType },
) => {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return
  const { log } = await import('@/lib/process/log')
  log.error({ error, routePath, routeType }, 'a request failed')
}
