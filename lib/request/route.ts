import { createHash, randomUUID } from 'node:crypto'

import 'server-only'
import type { z } from 'zod'

import { Failure, InvalidInput, isDenial } from '@/lib/failure/errors'
import { saysNotFound } from '@/lib/failure/not-found'
import { wordsOf } from '@/lib/failure/words'
import { message, type Packed, verbatim } from '@/lib/i18n/message'
import { timed } from '@/lib/metrics/counters'
import type { Permission } from '@/lib/people/permissions'
import { shownToken } from '@/lib/people/token'
import { env } from '@/lib/process/env'
import { log } from '@/lib/process/log'
import { type Access, accessOfRequest, otherAccount } from '@/lib/request/access'
import { authoriseInput } from '@/lib/request/authorise'
import { accessOfToken, spendOfToken } from '@/lib/request/bearer'
import { auditingDenials, recordNobody } from '@/lib/request/denials'
import { gateRequest, refusal } from '@/lib/request/gate'
import { OTHER_ACCOUNT, SIGNED_OUT } from '@/lib/request/result'

/** What a GET handler answers when it fails; `getJson` throws it again as a `QueryError`. */
export interface RouteFailure {
  code: string
  message: Packed
  requestId?: string
}

/**
 * Makes a GET handler for `app/api`: gate, permission, search parameters through the schema, JSON out. A page asks with
 * its session, a script with an API token. What the asker says it has already (`If-None-Match`) is not sent again.
 */
export function get<Query, Value>(
  { permission = 'read', schema }: { permission?: Permission; schema: z.ZodType<Query, unknown> },
  run: (query: Query, access: Access) => Promise<Value>,
) {
  const answerTo = async (request: Request): Promise<Response> => {
    try {
      const from = gateRequest('GET', 'data', { get: (name) => request.headers.get(name) })
      const turnedAway = refusal(from, env.ALLOWED_HOSTS)
      if (turnedAway)
        return fail(turnedAway.status, {
          code: 'ForeignRequest',
          message: verbatim(turnedAway.reason),
        })
      const token = shownToken(request.headers.get('authorization'))
      const access = token ? await accessOfToken(token) : await accessOfRequest(false)
      if (!access) {
        await recordNobody(permission)
        return fail(401, { code: SIGNED_OUT, message: message('request.signedOut') })
      }
      const seconds = token ? spendOfToken(access.person?.sessionId ?? '') : 0
      if (seconds > 0) return tooMany(seconds)
      const other = token ? undefined : await otherAccount(access)
      if (other)
        return fail(409, { code: OTHER_ACCOUNT, message: message('request.otherAccount', other) })
      const asked = Object.fromEntries(new URL(request.url).searchParams)
      return await auditingDenials(access, permission, async () => {
        await authoriseInput(access, permission, asked)
        const query = schema.safeParse(asked)
        if (!query.success) return invalidQuery()
        return answer(JSON.stringify(await run(query.data, access)), request)
      })
    } catch (error) {
      if (error instanceof InvalidInput) return invalidQuery()
      if (error instanceof Failure)
        return fail(statusOf(error), {
          code: error.code,
          message: wordsOf(error),
          ...(error.requestId && { requestId: error.requestId }),
        })
      const id = randomUUID()
      log.error({ id, error }, 'GET failed')
      return fail(500, { code: 'InternalError', message: verbatim(id) })
    }
  }
  const read = (request: Request) =>
    timed(
      'get',
      () => answerTo(request),
      ({ status }) => status < 500,
    )
  // So that a test can run each against the table, and scripts are told what it takes.
  return Object.assign(read, { permission, schema })
}

/** Read anew for each request, and sent only when it is not what the asker has. */
function answer(json: string, request: Request): Response {
  const etag = `"${createHash('sha256').update(json).digest('base64url').slice(0, 22)}"`
  const headers = { 'cache-control': 'no-store', etag }
  if (request.headers.get('if-none-match') === etag)
    return new Response(null, { status: 304, headers })
  return new Response(json, { headers: { ...headers, 'content-type': 'application/json' } })
}

const tooMany = (seconds: number) =>
  Response.json(
    { code: 'TooManyRequests', message: 'This token asks too often.' },
    { status: 429, headers: { 'cache-control': 'no-store', 'retry-after': String(seconds) } },
  )

const invalidQuery = () =>
  fail(400, { code: 'InvalidQuery', message: verbatim('The query is not valid.') })

const statusOf = ({ outcome, code }: Failure): number =>
  isDenial(code) ? 403 : outcome === 'unknown' ? 502 : saysNotFound(code) ? 404 : 409

const fail = (status: number, body: RouteFailure) =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } })
