import { randomBytes } from 'node:crypto'

import { type NextRequest, NextResponse } from 'next/server'

import { env } from '@/lib/process/env'
import { allowedHosts, refusal } from '@/lib/request/gate'
import {
  ASSET_HEADERS,
  contentSecurityPolicy,
  isInternalHeader,
  SECURITY_HEADERS,
} from '@/lib/request/security-headers'

const hosts = allowedHosts(env.PORT, env.ALLOWED_HOSTS)

/** Stands before every path, static files too: a foreign page must not even load our scripts by DNS rebinding. */
export function proxy(request: NextRequest): NextResponse {
  const turnedAway = refusal(
    {
      method: request.method,
      host: request.headers.get('host'),
      origin: request.headers.get('origin'),
      secFetchSite: request.headers.get('sec-fetch-site'),
    },
    hosts,
  )
  const nonce = randomBytes(16).toString('base64')
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === 'development')
  const response = turnedAway
    ? new NextResponse(turnedAway.reason, { status: turnedAway.status })
    : NextResponse.next({ request: { headers: cleaned(request.headers, policy) } })

  const isAsset = !turnedAway && request.nextUrl.pathname.startsWith('/_next/static/')
  for (const [name, value] of Object.entries(isAsset ? ASSET_HEADERS : SECURITY_HEADERS))
    response.headers.set(name, value)
  if (!isAsset) {
    response.headers.set('content-security-policy', policy)
    response.headers.set('cache-control', 'no-store')
  }
  return response
}

/** Next reads the nonce for its own scripts from the policy on the request. */
function cleaned(from: Headers, policy: string): Headers {
  const headers = new Headers(from)
  for (const name of from.keys()) if (isInternalHeader(name)) headers.delete(name)
  headers.set('content-security-policy', policy)
  return headers
}
