import type { ProofKind } from '@/lib/people/schema'
import { pageValue } from '@/lib/query/page-value'

interface Asked {
  /** By what the person of the page can prove to be there. */
  proofs: readonly ProofKind[]
  /** What had the focus when it was asked, and gets it back. */
  from: HTMLElement | undefined
  /** All presses that wait for it. */
  waiting: ((isProven: boolean) => void)[]
}

/** What is asked now, if anything. */
export const proofStore = pageValue<Asked | undefined>(undefined)

/** Asks the person of this page to prove to be there; gives whether that was done. Browser only. */
export const askForProof = (proofs: readonly ProofKind[]): Promise<boolean> =>
  new Promise((resolve) => {
    const asked = proofStore.read()
    const { activeElement } = document
    const from = activeElement instanceof HTMLElement ? activeElement : undefined
    if (asked) asked.waiting.push(resolve)
    else proofStore.set({ proofs, from, waiting: [resolve] })
  })

/** It was proved, or the person does not want to now: every press that waits goes on, or comes to nothing. */
export function answerProof(isProven: boolean): void {
  const waiting = proofStore.read()?.waiting ?? []
  proofStore.set(undefined)
  for (const resolve of waiting) resolve(isProven)
}
