'use client'
import { createContext, use } from 'react'

import type { Surroundings } from '@/lib/connection-form/surroundings'

const SurroundingsContext = createContext<Surroundings | undefined>(undefined)

export const SurroundingsProvider = SurroundingsContext

/** What the page read of the cloud around the connection; new after each reading. */
export function useSurroundings(): Surroundings {
  const surroundings = use(SurroundingsContext)
  if (!surroundings) throw new Error('Only inside the form of a connection.')
  return surroundings
}
