import type { ProofKind } from '@/lib/people/schema'
import { pageQuestion } from '@/lib/query/page-question'

/** Asks the person of this page to prove to be there, by one of these. */
export const proofQuestion = pageQuestion<readonly ProofKind[]>()
