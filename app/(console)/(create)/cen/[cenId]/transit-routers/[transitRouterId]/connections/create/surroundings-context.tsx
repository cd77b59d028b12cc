'use client'
import { createContext, use } from 'react'

import type { Surroundings } from '@/lib/attach-form/surroundings'

const SurroundingsContext = createContext<Surroundings | undefined>(undefined)

export const SurroundingsProvider = SurroundingsContext

/** What the page read of the cloud around the chosen router. */
export function useSurroundings(): Surroundings {
  const surroundings = use(SurroundingsContext)
  if (!surroundings) throw new Error('Only inside the attach form.')
  return surroundings
}
