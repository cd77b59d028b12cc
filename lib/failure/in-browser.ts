import { message, type Packed } from '@/lib/i18n/message'
import { tellSignedOut } from '@/lib/people/signed-out'
import { type ActionFailure, type ActionResult, SIGNED_OUT } from '@/lib/request/result'

/** A read that failed, as the screen shows it: code, what the cloud said, request id to copy. */
export class QueryError extends Error {
  override readonly name = 'QueryError'
  readonly code: string
  /** What is known of it. */
  readonly said: Packed | undefined
  readonly requestId: string | undefined

  constructor(code: string, said?: Packed, requestId?: string) {
    super(code)
    this.code = code
    this.said = said
    this.requestId = requestId
  }
}

/**
 * Waits for a server action. A request that never comes back is a failure of unknown outcome: it may have
 * arrived. Never throws.
 */
export const answerOf = <T>(pressed: Promise<ActionResult<T>>): Promise<ActionResult<T>> =>
  pressed.catch(unreachable).then(noted)

function noted<T>(result: ActionResult<T>): ActionResult<T> {
  if (!result.ok && result.code === SIGNED_OUT) tellSignedOut()
  return result
}

const unreachable = (): ActionFailure => ({
  ok: false,
  message: message('request.unreachable'),
  outcome: 'unknown',
})
