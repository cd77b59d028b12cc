import { randomUUID } from 'node:crypto'

import 'server-only'
import type { z } from 'zod'

import { fieldOf } from '@/lib/cloud/fields'
import { Failure, InvalidInput } from '@/lib/failure/errors'
import { explain } from '@/lib/failure/words'
import { message, type Packed } from '@/lib/i18n/message'
import { log } from '@/lib/process/log'
import {
  type ActionFailure,
  type ActionResult,
  APPROVAL_ASKED,
  OTHER_ACCOUNT,
  REASON_NEEDED,
  SIGNED_OUT,
} from '@/lib/request/result'

// What an action says when it comes to nothing. Of each that has its own code nothing was sent.

/** The page goes on when its person has signed in again. */
export const SIGN_IN_FIRST: ActionFailure = {
  ok: false,
  message: message('request.signedOut'),
  code: SIGNED_OUT,
  outcome: 'refused',
}

/** A token cannot prove that somebody is there. */
export const NOT_BY_TOKEN: ActionFailure = {
  ok: false,
  message: message('request.notByToken'),
  code: 'NotByToken',
  outcome: 'refused',
}

/** The page goes on when its own account is chosen again. */
export const otherwise = (accounts: { made: string; now: string }): ActionFailure => ({
  ok: false,
  message: message('request.otherAccount', accounts),
  code: OTHER_ACCOUNT,
  outcome: 'refused',
})

/** The page asks for a reason, and goes on. */
export const wrongReason = (wrong: Packed): ActionFailure => ({
  ok: false,
  message: wrong,
  fieldErrors: { reason: wrong },
  code: REASON_NEEDED,
  outcome: 'refused',
})

/** What was held back waits for a second person; what sent nothing is done. */
export const heldOr = <Value>(of: { held: string } | { value: Value }): ActionResult<Value> =>
  'value' in of
    ? { ok: true, value: of.value }
    : {
        ok: false,
        message: message('approval.asked'),
        code: APPROVAL_ASKED,
        outcome: 'refused',
        operationId: of.held,
      }

/** What was sent to the console is not legal. */
export function invalid(error: z.ZodError | InvalidInput): ActionFailure {
  const { issues } = error instanceof InvalidInput ? error : InvalidInput.of(error)
  const fieldErrors: Record<string, Packed> = {}
  for (const issue of issues) fieldErrors[issue.path.join('.')] ??= issue.message
  return {
    ok: false,
    message: message('form.invalid', { count: issues.length }),
    fieldErrors,
  }
}

/** Whatever was thrown, in words; a fault of the console by an id that the log has too. */
export function failure(error: unknown): ActionFailure {
  if (error instanceof InvalidInput) return invalid(error)
  if (error instanceof Failure) {
    const field = fieldOf(error.code, error.message)
    return {
      ok: false,
      message: explain(error),
      code: error.code,
      outcome: error.outcome,
      ...(field && {
        fieldErrors: { [field]: explain(error) },
      }),
      ...(error.requestId && { requestId: error.requestId }),
      ...(error.operationId && { operationId: error.operationId }),
    }
  }
  const id = randomUUID()
  log.error({ id, error }, 'action failed')
  return { ok: false, message: message('request.failed', { id }) }
}
