import { message } from '@/lib/i18n/message'
import { saysNotFound } from '@/lib/query/not-found'

/**
 * `refused`: the cloud answered no, nothing happened. `unknown`: no usable answer (time-out, reset,
 * 5xx, HTML, cut body); the effect may exist and must be read back before anybody says "failed".
 */
export type Outcome = 'refused' | 'unknown'

export interface CloudFailure {
  code: string
  outcome: Outcome
  message: string
  status?: number
  requestId?: string
  /** How long the cloud asked to wait, in milliseconds (`x-acs-retry-after`). */
  retryAfter?: number
  /** The operation that stands in the way. */
  operationId?: string
}

const brand = Symbol.for('cen-vpn-console.CloudError')

/** The one error of the cloud layer. Carries no URL and no parameter value. */
export class CloudError extends Error {
  // Next evaluates this module once per bundle, and what one bundle throws another one catches.
  static override [Symbol.hasInstance](value: unknown): value is CloudError {
    return value instanceof Error && brand in value
  }

  override readonly name = 'CloudError'
  readonly [brand] = true
  readonly code: string
  readonly outcome: Outcome
  readonly status: number | undefined
  readonly requestId: string | undefined
  readonly retryAfter: number | undefined
  readonly operationId: string | undefined

  constructor(failure: CloudFailure) {
    super(failure.message)
    this.code = failure.code
    this.outcome = failure.outcome
    this.status = failure.status
    this.requestId = failure.requestId
    this.retryAfter = failure.retryAfter
    this.operationId = failure.operationId
  }
}

/** Rate limits come under several spellings (`Throttling.User`, `Throttling.user`, `Rejected.Throttling`). */
export const isThrottled = (error: unknown): boolean =>
  error instanceof CloudError && /throttling/i.test(error.code)

/** The cloud says that the object does not exist. CBN answers 400 as often as 404, so the code decides. */
export const isNotFound = (error: unknown): boolean =>
  error instanceof CloudError && saysNotFound(error.code)

/** Failures without words from the cloud; `lib/cloud/failure.ts` makes them. */
const OWN_WORDS: Record<string, string> = {
  Timeout: message('cloud.reason.timeout'),
  ConnectionLost: message('cloud.reason.connectionLost'),
  UnreadableAnswer: message('cloud.reason.unreadableAnswer'),
  EndlessList: message('cloud.reason.endlessList'),
  Unreachable: message('cloud.unreachable'),
  InvalidCredentials: message('cloud.invalidCredentials'),
  DatabaseUnavailable: message('operation.noDatabase'),
  DatabaseReadOnly: message('operation.readOnly'),
  OperationNotFound: message('operation.notFound'),
  OperationUnderway: message('operation.underway'),
  SecretUnreadable: message('operation.sealed'),
}

/** What happened, for a reader: our own words packed by `message`, else those of the cloud. */
export const wordsOf = (error: CloudError): string => OWN_WORDS[error.code] ?? error.message

/** What became of a write that failed, packed by `message`. */
export function explain(error: CloudError): string {
  const reason = wordsOf(error)
  if (error.outcome === 'refused' && error.code in OWN_WORDS) return reason
  return message(`cloud.${error.outcome}`, { reason })
}
