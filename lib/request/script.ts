import 'server-only'
import { getTranslations } from 'next-intl/server'
import { headers } from 'next/headers'
import { z } from 'zod'

import { isDenial } from '@/lib/failure/errors'
import { saysNotFound } from '@/lib/failure/not-found'
import type { Packed } from '@/lib/i18n/message'
import { say } from '@/lib/i18n/say'
import type { Permission } from '@/lib/people/permissions'
import { shownToken } from '@/lib/people/token'
import { env } from '@/lib/process/env'
import type { Access } from '@/lib/request/access'
import { accessOfToken, spendOfToken } from '@/lib/request/bearer'
import { recordNobody } from '@/lib/request/denials'
import { SIGN_IN_FIRST } from '@/lib/request/failed'
import { gateRequest, refusal } from '@/lib/request/gate'
import {
  type ActionFailure,
  type ActionResult,
  APPROVAL_ASKED,
  PROOF_NEEDED,
  REASON_NEEDED,
} from '@/lib/request/result'

/** By it presses of one intent are known, so that a request that is sent again has no second effect. */
export const KEY_HEADER = 'idempotency-key'

/** An action that a script may do, made by `action`. */
export interface Written {
  permission: Permission
  schema: z.ZodType
  byScript: (access: Access, input: unknown, nonce?: string) => Promise<ActionResult<unknown>>
}

/**
 * Answers a script that shows its token: gate, token, what it may ask for, and the action itself. No cookie counts. The
 * input is the body, as JSON.
 */
export async function answerScript(request: Request, act: Written | undefined): Promise<Response> {
  const from = gateRequest('POST', 'data', { get: (name) => request.headers.get(name) })
  const turnedAway = refusal(from, env.ALLOWED_HOSTS)
  if (turnedAway) return told(turnedAway.status, 'ForeignRequest', turnedAway.reason)
  const token = shownToken(request.headers.get('authorization'))
  const access = token ? await accessOfToken(token) : undefined
  if (!access) {
    await recordNobody(act?.permission ?? 'read')
    return await failed(SIGN_IN_FIRST)
  }
  const seconds = spendOfToken(access.person?.sessionId ?? '')
  if (seconds > 0)
    return told(429, 'TooManyRequests', 'This token asks too often.', {
      'retry-after': String(seconds),
    })
  if (!act) return told(404, 'NotFound', 'There is no such action.')
  const key = z.uuid().safeParse((await headers()).get(KEY_HEADER) ?? undefined)
  if (!key.success && request.headers.has(KEY_HEADER))
    return told(400, 'InvalidKey', 'Idempotency-Key is a UUID.')
  const body = await bodyOf(request)
  if (body === undefined) return told(400, 'InvalidBody', 'The body is one JSON value.')
  const result = await act.byScript(access, body, key.data)
  return result.ok ? json(200, { value: result.value }) : await failed(result)
}

async function bodyOf(request: Request): Promise<unknown> {
  try {
    return JSON.parse(await request.text())
  } catch {
    return undefined
  }
}

/** What failed, in words. */
async function failed(failure: ActionFailure): Promise<Response> {
  const t = await getTranslations('rules')
  const inWords = (said: Packed) => say(t, said)
  const { code = 'Invalid', message, fieldErrors, requestId, operationId } = failure
  return json(statusOf(failure), {
    code,
    message: inWords(message),
    ...(fieldErrors && {
      fieldErrors: Object.fromEntries(
        Object.entries(fieldErrors).map(([path, said]) => [path, inWords(said)]),
      ),
    }),
    ...(requestId && { requestId }),
    ...(operationId && { operationId }),
  })
}

function statusOf({ code, outcome, fieldErrors }: ActionFailure): number {
  if (code === undefined) return fieldErrors ? 400 : 500
  if (code === APPROVAL_ASKED) return 202
  if (code === SIGN_IN_FIRST.code) return 401
  if (code === REASON_NEEDED) return 400
  if (isDenial(code) || code === PROOF_NEEDED || code === 'NotByToken') return 403
  if (outcome === 'unknown') return 502
  return saysNotFound(code) ? 404 : 409
}

const told = (status: number, code: string, message: string, headers?: Record<string, string>) =>
  json(status, { code, message }, headers)

const json = (status: number, body: object, headers: Record<string, string> = {}) =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store', ...headers } })
