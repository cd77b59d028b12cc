import { timingSafeEqual } from 'node:crypto'

import { type NextRequest, NextResponse } from 'next/server'

import { message } from '@/lib/i18n/message'
import { routes } from '@/lib/navigation/routes'
import { personOf, sessionCookie } from '@/lib/people/session'
import { shownToken, TOKEN } from '@/lib/people/token'
import { env } from '@/lib/process/env'
import { log } from '@/lib/process/log'
import { SIGNED_OUT } from '@/lib/request/result'
import { GATE_SECRET_HEADER, GATE_SESSION_HEADER } from '@/lib/request/security-headers'

/** What one needs before one is signed in, and what asks for a proof of its own; no other page has anything for nobody. */
const OPEN: ReadonlySet<string> = new Set([
  routes.signIn(),
  '/sign-in/elsewhere',
  routes.signInCallback(),
  routes.setUp(),
  routes.invitation(),
  '/api/health',
  '/metrics',
])

/**
 * Stands before every path: only the gate may ask, and it has made the headers that Next trusts; and where people
 * sign in, only who has. Actions pass: they refuse by themselves, in words that their page shows.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  if (!isSecret(request.headers.get(GATE_SECRET_HEADER)))
    return new NextResponse('This port is for the gate of the console only.', { status: 403 })
  if (TOKEN.test(request.nextUrl.search))
    return new NextResponse(
      'A token in an address stands in logs. Revoke it, and send another one as a bearer.',
      {
        status: 400,
      },
    )
  if (env.AUTH === 'off' || isOpen(request)) return NextResponse.next()
  try {
    const isTls = request.headers.get('x-forwarded-proto') === 'https'
    const cookie = request.cookies.get(sessionCookie(isTls))?.value
    const person = await personOf(cookie, false)
    if (!person) return signInFirst(request)
    const headers = { [GATE_SESSION_HEADER]: person.sessionId }
    return person.secondFactor === 'missing' && isOtherPage(request)
      ? NextResponse.redirect(new URL(routes.ownAccount(), request.url), { headers })
      : NextResponse.next({ headers })
  } catch (error) {
    log.error({ error }, 'a session could not be read')
    return new NextResponse('The database of the console does not answer.', { status: 503 })
  }
}

const isOpen = ({ nextUrl: { pathname }, method, headers }: NextRequest): boolean =>
  OPEN.has(pathname) ||
  (method === 'POST' && headers.has('next-action')) ||
  // Each read asks for a proof of its own, which a script has in its token.
  (pathname.startsWith('/api/') && shownToken(headers.get('authorization')) !== undefined) ||
  // The gate answers them itself, but for the development server.
  (process.env.NODE_ENV === 'development' && /^\/_next\/|^\/[^/]+\.\w+$/.test(pathname))

/** Of somebody who has yet to set up a second factor, which is done under the own account; reads refuse by themselves. */
const isOtherPage = ({ nextUrl: { pathname } }: NextRequest): boolean =>
  pathname !== routes.ownAccount() && !pathname.startsWith('/api/')

function signInFirst({ nextUrl, url }: NextRequest): NextResponse {
  if (nextUrl.pathname.startsWith('/api/'))
    return NextResponse.json(
      { code: SIGNED_OUT, message: message('request.signedOut') },
      { status: 401, headers: { 'cache-control': 'no-store' } },
    )
  const address = nextUrl.pathname + nextUrl.search
  return NextResponse.redirect(new URL(routes.signInTo(address), url))
}

function isSecret(given: string | null): boolean {
  const own = Buffer.from(env.GATE_SECRET ?? '')
  const other = Buffer.from(given ?? '')
  return own.length > 0 && own.length === other.length && timingSafeEqual(own, other)
}
