import { CloudError, Failure, isThrottled } from '@/lib/failure/errors'

/** Rotated, disabled or expired credentials and skewed clocks mend from outside; each send signs afresh. */
const CREDENTIALS =
  /^(InvalidTimeStamp|InvalidAccessKeyId|InvalidSecurityToken|SecurityTokenExpired|SignatureDoesNotMatch|IncompleteSignature|MissingAccessKeyId|InvalidCredentials)/

/** Alibaba: idempotence of requests, ClientToken. */
export const MISMATCH = 'IdempotentParameterMismatch'
const STILL_RUNNING = 'TokenProcessing'

/** Terraform provider, generic retries of the CEN and VPC resources; `Unreachable` is our own. */
const ALWAYS_BUSY = ['Operation.Blocking', 'TaskConflict', 'Unreachable']

export type Answer = 'throttled' | 'busy' | 'credentials' | 'mismatch' | 'refused' | 'unknown'

/** What a failing call means for the next move. `busy`: the codes this call may meet while others work. */
export function classify(error: unknown, busy: readonly string[]): Answer {
  if (!(error instanceof Failure)) return 'unknown'
  if (isThrottled(error)) return 'throttled'
  if (error.code === STILL_RUNNING || error.outcome === 'unknown') return 'unknown'
  if (error.code === MISMATCH) return 'mismatch'
  if (CREDENTIALS.test(error.code)) return 'credentials'
  const code = error.code.toLowerCase()
  return [...ALWAYS_BUSY, ...busy].some((known) => known.toLowerCase() === code)
    ? 'busy'
    : 'refused'
}

/** The caller lacks a permission. */
export const isDenied = (error: unknown): boolean =>
  error instanceof CloudError &&
  (error.status === 403 ||
    /^(Forbidden\.RAM|Forbbiden\.RAM|NoPermission|Forbidden)$/.test(error.code))
