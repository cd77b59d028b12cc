'use client'
import { useTransition } from 'react'

import type { ActionResult } from '@/lib/request/result'

import { useKeep } from './use-keep'

/** Changes a preference: one change at a time, seen as busy until its answer is there. */
export function useSwitch() {
  const keep = useKeep()
  const [pending, start] = useTransition()
  const change = (action: () => Promise<ActionResult<void>>, done?: () => void) => {
    if (pending) return
    start(async () => {
      if (await keep(action())) done?.()
    })
  }
  return { pending, change }
}
