'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'

import { answerOf } from '@/lib/failure/in-browser'
import { newOperationId } from '@/lib/operations/new-operation-id'
import {
  type ActionFailure,
  type ActionResult,
  PROOF_NEEDED,
  REASON_NEEDED,
} from '@/lib/request/result'

/** One of many objects that the same is done to. */
export interface BulkItem {
  id: string
  name: string
  /** One call of an action; undefined where there is nothing to do. */
  act: ((nonce: string) => Promise<ActionResult<unknown>>) | undefined
  /** The action only begins an operation, whose id is the nonce; it goes on by itself. */
  begins?: boolean
}

export type BulkState = 'waiting' | 'running' | 'done' | 'same' | { begun: string } | ActionFailure

/** Whether it came to nothing. */
export const isRefused = (state: BulkState): state is ActionFailure =>
  typeof state === 'object' && 'ok' in state

/**
 * Does it to each in turn, and keeps what became of each: one that is refused stops no other. A press again does
 * what was refused once more, under the nonce of the first time, so that nothing is done twice.
 */
export function useRun() {
  const queries = useQueryClient()
  const [states, setStates] = useState<ReadonlyMap<string, BulkState>>(new Map())
  const [running, setRunning] = useState(false)
  const stopped = useRef(false)
  const nonces = useRef(new Map<string, string>())
  const told = (id: string, state: BulkState) =>
    setStates((before) => new Map(before).set(id, state))

  const run = async (items: readonly BulkItem[]) => {
    if (running) return
    setRunning(true)
    stopped.current = false
    for (const { id, act, begins } of items) {
      const before = states.get(id) ?? 'waiting'
      if (before !== 'waiting' && !isRefused(before)) continue
      if (stopped.current) break
      if (!act) {
        told(id, 'same')
        continue
      }
      const nonce = nonces.current.get(id) ?? newOperationId()
      nonces.current.set(id, nonce)
      told(id, 'running')
      const result = await answerOf(() => act(nonce))
      told(id, !result.ok ? result : begins ? { begun: nonce } : 'done')
      // Who does not prove to be there for one, or does not say why, does not for the others.
      if (!result.ok && (result.code === PROOF_NEEDED || result.code === REASON_NEEDED)) break
    }
    setRunning(false)
    await queries.invalidateQueries()
  }
  const stop = () => {
    stopped.current = true
  }
  return { states, running, run, stop }
}
