import type { Instrumentation } from 'next'

/** Runs once when the server starts. Under a condition, so that nothing of it is built for the edge runtime. */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] === 'nodejs') await (await import('@/lib/process/begin')).begin()
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
