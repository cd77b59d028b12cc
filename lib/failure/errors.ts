import type { z } from 'zod'

import { saysNotFound } from '@/lib/failure/not-found'
import { carried, type Packed } from '@/lib/i18n/message'

/**
 * `refused`: nothing happened. `unknown`: no usable answer (time-out, reset, 5xx, HTML, cut body); the effect
 * may exist and must be read back before anybody says "failed".
 */
export type Outcome = 'refused' | 'unknown'

interface Facts {
  code: string
  outcome: Outcome
  message: string
  requestId?: string
}

const brand = Symbol.for('cen-vpn-console.Failure')

/**
 * What `lib` throws when something outside of it fails, and what a reader is told in words: `wordsOf` of
 * `lib/failure/words.ts`. Carries no URL and no parameter value. Everything else that is thrown is a fault
 * of the console: it goes to the log, and the reader sees the id of the line.
 */
export abstract class Failure extends Error {
  /** Which of the classes below it is; of this one, any. */
  static readonly kind: string = ''

  // Next evaluates this module once per bundle, and what one bundle throws another one catches.
  static override [Symbol.hasInstance](this: { kind: string }, value: unknown): boolean {
    return (
      value instanceof Error && brand in value && (this.kind === '' || this.kind === value.name)
    )
  }

  readonly [brand] = true
  readonly code: string
  readonly outcome: Outcome
  readonly requestId: string | undefined
  /** The operation that stands in the way. */
  readonly operationId: string | undefined

  constructor({ code, outcome, message, requestId }: Facts, operationId?: string) {
    super(message)
    this.code = code
    this.outcome = outcome
    this.requestId = requestId
    this.operationId = operationId
  }
}

export interface CloudFailure extends Facts {
  status?: number
  /** How long the cloud asked to wait, in milliseconds (`x-acs-retry-after`). */
  retryAfter?: number
}

/** The cloud refused, or gave no usable answer. Thrown by `lib/cloud` alone. */
export class CloudError extends Failure {
  static override readonly kind = 'CloudError'
  override readonly name = 'CloudError'
  readonly status: number | undefined
  readonly retryAfter: number | undefined

  constructor(failure: CloudFailure) {
    super(failure)
    this.status = failure.status
    this.retryAfter = failure.retryAfter
  }
}

/** Our database is away, or takes no writes. Nothing was sent to the cloud. */
export class DatabaseError extends Failure {
  static override readonly kind = 'DatabaseError'
  override readonly name = 'DatabaseError'

  constructor(code: 'DatabaseUnavailable' | 'DatabaseReadOnly') {
    super({ code, outcome: 'refused', message: 'The console has no database. Nothing was sent.' })
  }
}

const OPERATION_FAILURES = {
  OperationNotFound: 'There is no such operation.',
  OtherContent: 'This nonce began an operation with other content. Nothing was sent.',
  ReviewOutdated: 'What was reviewed is not what is there now. Nothing was sent.',
  OperationUnderway: 'Another operation works on the same thing.',
  OwnRequest: 'Whoever asked for it cannot approve it. Nothing was sent.',
  RequestOver: 'It does not wait for an approval any more. Nothing was sent.',
  RequestBusy: 'Somebody else is approving it. Nothing was sent twice.',
  ReadsDifferently: 'What was reviewed for an approval is not what is there now. Nothing was sent.',
  AskerMayNot: 'Whoever asked for it may not do it any more. Nothing was sent.',
  SecretUnreadable: 'Sealed under another OPERATION_KEY. Nothing was sent.',
}

/** An operation does not exist, cannot begin, or cannot open what was sealed for it. Nothing was sent. */
export class OperationError extends Failure {
  static override readonly kind = 'OperationError'
  override readonly name = 'OperationError'

  /** `operationId`: of `OperationUnderway`, the operation that stands in the way. */
  constructor(code: keyof typeof OPERATION_FAILURES, operationId?: string) {
    super({ code, outcome: 'refused', message: OPERATION_FAILURES[code] }, operationId)
  }
}

const ACCESS_FAILURES = {
  NotAllowed: 'The role does not allow it.',
  OutsideLimits: 'It does not exist, or lies outside of the limits of whoever asks.',
  FactorNeeded: 'An administrator asks for a second factor.',
  SignInOver: 'The sign-in was not begun by this browser, or is over.',
  SignInRefused: 'The provider or its answer was refused.',
  ProviderAway: 'The OIDC provider does not answer as one.',
  NoRole: 'OIDC_ROLES gives no role.',
  NoEmail: 'The provider tells no email address.',
  EmailTaken: 'The address is known as that of somebody else.',
  OtherPerson: 'Somebody else signed in than the page is of.',
  NoSetup: 'The setup link was used, or is of another start.',
  NoInvitation: 'The invitation was used, was taken back or is over.',
}

/** Whoever asks may not do this, or came by a link that opens nothing any more. Nothing was sent. */
export class AccessError extends Failure {
  static override readonly kind = 'AccessError'
  override readonly name = 'AccessError'

  constructor(code: keyof typeof ACCESS_FAILURES) {
    super({ code, outcome: 'refused', message: ACCESS_FAILURES[code] })
  }
}

const faultBrand = Symbol.for('cen-vpn-console.Fault')

/**
 * A fault of the console: what cannot be, was. Its words reach the log, so they are constants and ids only, nothing
 * that somebody typed and nothing that the cloud or a library said.
 */
export class Fault extends Error {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && faultBrand in value
  }

  override readonly name = 'Fault'
  readonly [faultBrand] = true
}

/**
 * The input has the right shape, but rules that need more than the shape refuse it. `issues` are those of a
 * failed parse.
 */
export class InvalidInput extends Error {
  override readonly name = 'InvalidInput'
  readonly issues: readonly { path: PropertyKey[]; message: Packed }[]

  constructor(issues: InvalidInput['issues']) {
    super('The input is not valid.')
    this.issues = issues
  }

  /** What a parse found. */
  static of = ({ issues }: z.ZodError): InvalidInput =>
    new InvalidInput(issues.map(({ path, message }) => ({ path, message: carried(message) })))
}

/** Rate limits come under several spellings (`Throttling.User`, `Throttling.user`, `Rejected.Throttling`). */
export const isThrottled = (error: unknown): boolean =>
  error instanceof CloudError && saysThrottled(error.code)

export const saysThrottled = (code: string): boolean => /throttling/i.test(code)

/** The cloud says that the object does not exist. CBN answers 400 as often as 404, so the code decides. */
export const isNotFound = (error: unknown): boolean =>
  error instanceof CloudError && saysNotFound(error.code)

/** Whether a code says that whoever asked may not: the role, the limits, or a second factor that is missing. */
export const isDenial = (code: string): boolean =>
  ['NotAllowed', 'OutsideLimits', 'FactorNeeded'].includes(code)
