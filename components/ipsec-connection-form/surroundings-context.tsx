'use client'
import { createContext, use } from 'react'

import type { Surroundings } from '@/lib/connection-form/surroundings'

import type { Around } from './use-around'

const AroundContext = createContext<Around | undefined>(undefined)

export const AroundProvider = AroundContext

/** What the form knows of the cloud around the connection, and how it comes to know more. */
export function useKnown(): Around {
  const around = use(AroundContext)
  if (!around) throw new Error('Only inside the form of a connection.')
  return around
}

/** What the form knows of the cloud around the connection; new after each reading. */
export const useSurroundings = (): Surroundings => useKnown().surroundings
