'use client'
import { createContext, use, useSyncExternalStore } from 'react'

import type { Packed } from '@/lib/i18n/message'

/** What the rules of a form say about one of its fields, beside what the field's own check says. */
export interface Advice {
  /** An error shows once the field is checked, a warning at once. */
  message: Packed
  severity: 'error' | 'warning'
  /** Form paths with the values to set: a change that mends it. A function reads the form when it is pressed. */
  fix?: { label: Packed; set: Change | (() => Change) }
}

type Change = Readonly<Record<string, string | boolean>>

/** Holds the advice for every field of a form; a field follows its own only. */
export interface AdviceBoard {
  subscribe: (onChange: () => void) => () => void
  get: (path: string) => Advice | undefined
  /** Replaces all advice. What says the same as before stays the same object. */
  post: (next: ReadonlyMap<string, Advice>) => void
}

export function createAdviceBoard(): AdviceBoard {
  let posted: ReadonlyMap<string, Advice> = new Map()
  const listeners = new Set<() => void>()
  return {
    subscribe: (onChange) => {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
    get: (path) => posted.get(path),
    post: (next) => {
      posted = new Map(
        [...next].map(([path, advice]) => {
          const before = posted.get(path)
          return [path, before && same(before, advice) ? before : advice]
        }),
      )
      for (const listener of listeners) listener()
    },
  }
}

const same = (a: Advice, b: Advice) => JSON.stringify(a) === JSON.stringify(b)

const AdviceContext = createContext<AdviceBoard>(createAdviceBoard())

/** Gives the fields below it a board to follow. Without one they have no advice. */
export const AdviceProvider = AdviceContext

/** Draws again what `read` gives of the advice whenever that is another text. */
export function useAdviceText(read: () => string): string {
  const board = use(AdviceContext)
  return useSyncExternalStore(board.subscribe, read, read)
}

export function useAdvice(path: string): Advice | undefined {
  const board = use(AdviceContext)
  return useSyncExternalStore(
    board.subscribe,
    () => board.get(path),
    () => undefined,
  )
}
