import type { ProofKind } from '@/lib/people/schema'

interface Asked {
  /** By what the person of the page can prove to be there. */
  proofs: readonly ProofKind[]
  /** All presses that wait for it. */
  waiting: ((isProven: boolean) => void)[]
}

let asked: Asked | undefined
const watchers = new Set<() => void>()

function change(to: Asked | undefined) {
  asked = to
  for (const watcher of watchers) watcher()
}

/** Asks the person of this page to prove to be there; gives whether that was done. Browser only. */
export const askForProof = (proofs: readonly ProofKind[]): Promise<boolean> =>
  new Promise((resolve) => {
    if (asked) asked.waiting.push(resolve)
    else change({ proofs, waiting: [resolve] })
  })

/** It was proved, or the person does not want to now: every press that waits goes on, or comes to nothing. */
export function answerProof(isProven: boolean): void {
  const waiting = asked?.waiting ?? []
  change(undefined)
  for (const resolve of waiting) resolve(isProven)
}

/** For `useSyncExternalStore`: what is asked now, if anything. */
export const proofStore = {
  subscribe: (watcher: () => void) => {
    watchers.add(watcher)
    return () => watchers.delete(watcher)
  },
  read: () => asked,
  readOnServer: () => undefined,
}
