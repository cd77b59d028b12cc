import { message, type Packed } from '@/lib/i18n/message'
import { proofQuestion } from '@/lib/people/proof-asked'
import { reasonQuestion } from '@/lib/people/reason-asked'
import { tellSignedOut } from '@/lib/people/signed-out'
import {
  type ActionFailure,
  type ActionResult,
  PROOF_NEEDED,
  REASON_NEEDED,
  SIGNED_OUT,
} from '@/lib/request/result'

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
 * Calls a server action and waits for it. A request that never comes back is a failure of unknown outcome: it may have
 * arrived. Asked for a proof of who is there, or for a reason, it asks the person and goes on with the same press. Never throws.
 */
export async function answerOf<T>(press: () => Promise<ActionResult<T>>): Promise<ActionResult<T>> {
  const result = await press().catch(unreachable)
  if (result.ok) return result
  if (result.code === SIGNED_OUT) tellSignedOut()
  return (await isAnswered(result)) ? await answerOf(press) : result
}

/** Whether what was missing is there now. */
async function isAnswered({ code, proofs = [] }: ActionFailure): Promise<boolean> {
  if (code === REASON_NEEDED) return await reasonQuestion.ask()
  return code === PROOF_NEEDED && (await proofQuestion.ask(proofs))
}

const unreachable = (): ActionFailure => ({
  ok: false,
  message: message('request.unreachable'),
  outcome: 'unknown',
})
