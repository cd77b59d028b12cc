import type { Busy } from '@/lib/cloud/trace'
import type { Packed } from '@/lib/i18n/message'
import type { ProofKind } from '@/lib/people/schema'

/** The code of what a page is refused that was made for another account than the chosen one. */
export const OTHER_ACCOUNT = 'OtherAccount'

/** The code of what is refused because nobody is signed in any more. */
export const SIGNED_OUT = 'SignedOut'

/** The code of what is refused until whoever pressed has proved to be there. */
export const PROOF_NEEDED = 'ProofNeeded'

/** The code of what is refused until whoever pressed says why, or says it otherwise. */
export const REASON_NEEDED = 'ReasonNeeded'

/** The code of what waits for a second person now: nothing was sent. */
export const APPROVAL_ASKED = 'ApprovalAsked'

/** What every server action returns. `message` and the field errors are packed by `message()`. */
export type ActionResult<T> = ({ ok: true; value: T } & MaybeBusy) | ActionFailure

interface MaybeBusy {
  /** The cloud was too busy at first: how often it was asked again, and its last word about it. */
  busy?: Busy
}

export interface ActionFailure extends MaybeBusy {
  ok: false
  message: Packed
  /** Form path (`connection.tunnels.0.psk`) to packed message. */
  fieldErrors?: Record<string, Packed>
  /** The cloud's own code and request id, for the reader and for a support ticket. */
  code?: string
  requestId?: string
  /** The operation that stands in the way. */
  operationId?: string
  /** Of `ProofNeeded`: by what whoever pressed can prove to be there. */
  proofs?: ProofKind[]
  /** `unknown`: the cloud may have done it; the caller must read back before it says "failed". */
  outcome?: 'refused' | 'unknown'
}
