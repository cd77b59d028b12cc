import { timingSafeEqual } from 'node:crypto'

import { DatabaseError } from '@/lib/failure/errors'
import { allMetrics } from '@/lib/metrics/states'
import { shownToken } from '@/lib/people/token'
import { env } from '@/lib/process/env'
import { isLoopback } from '@/lib/process/environment'
import { accessOfToken } from '@/lib/request/bearer'

export const dynamic = 'force-dynamic'

/**
 * Metrics for Prometheus. Whoever shows `METRICS_TOKEN`, or an API token that nothing limits, reads them; without a token only a console that nobody but
 * this machine reaches, and nobody signs in to, has them. The names of connections are labels.
 */
export async function GET(request: Request): Promise<Response> {
  const headers = { 'cache-control': 'no-store' }
  if (!(await mayRead(request.headers.get('authorization'))))
    return new Response(
      'Show METRICS_TOKEN, or an API token without limits, as a bearer token.\n',
      {
        status: 401,
        headers: { ...headers, 'www-authenticate': 'Bearer' },
      },
    )
  try {
    const text = await allMetrics()
    return new Response(text, {
      headers: { ...headers, 'content-type': 'text/plain; version=0.0.4; charset=utf-8' },
    })
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    return new Response('The console has no database.\n', { status: 503, headers })
  }
}

async function mayRead(authorization: string | null): Promise<boolean> {
  const own = shownToken(authorization)
  if (own) {
    // They tell of every account and region at once.
    const access = await accessOfToken(own)
    return access?.person !== undefined && access.person.limits === undefined
  }
  const token = env.METRICS_TOKEN
  if (!token) return env.AUTH === 'off' && isLoopback(env.HOST)
  const [shown, wanted] = [Buffer.from(authorization ?? ''), Buffer.from(`Bearer ${token}`)]
  return shown.length === wanted.length && timingSafeEqual(shown, wanted)
}
