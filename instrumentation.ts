import type { Instrumentation } from 'next'

/** Runs once when the server starts: every kind of operation is known before the first one goes on. */
export async function register(): Promise<void> {
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
}

/** Says where Next caught an error: the route as its files name it, not the address. */
export const onRequestError: Instrumentation.onRequestError = async (
  error,
  _request,
  { routePath, routeType },
) => {
  const { log } = await import('@/lib/process/log')
  log.error({ error, routePath, routeType }, 'a request failed')
}
