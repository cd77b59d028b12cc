/** Runs once when the server starts: every kind of operation is known before the first one goes on. */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return
  await import('@/lib/operations/kinds')
  const [{ launch }, { log }] = await Promise.all([
    import('@/lib/operations/engine/launch'),
    import('@/lib/process/log'),
  ])
  // Reading the cloud works without a database, so the server does not wait for it.
  launch().catch((error: unknown) => log.error({ error }, 'operations do not run'))
}
