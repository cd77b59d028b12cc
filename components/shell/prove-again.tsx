'use client'
import { useSyncExternalStore } from 'react'

import { opened } from '@/components/ui/late'
import { proofQuestion } from '@/lib/people/proof-asked'

import type { ProofDialogProps } from './proof-dialog'

const ProofDialog = opened(() => import('./proof-dialog').then((m) => m.ProofDialog))

/**
 * Asks whoever the page belongs to for a proof when a press needs one. The page stays as it is under it, with what is
 * open and was typed, and the press goes on.
 */
export function ProveAgain(
  own: Pick<ProofDialogProps, 'prove' | 'beginPasskey' | 'email' | 'provider'>,
) {
  const { subscribe, read, readOnServer } = proofQuestion.store
  const asked = useSyncExternalStore(subscribe, read, readOnServer)
  if (!asked) return null
  const { facts: proofs, from } = asked
  return <ProofDialog {...own} {...{ proofs, from }} onAnswer={proofQuestion.answer} />
}
