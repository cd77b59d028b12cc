'use client'
import { useSurroundings } from '@/components/ipsec-connection-form/surroundings-context'
import type { RouterSurroundings } from '@/lib/connection-form/surroundings'

/** What the page read because of the chosen router. */
export function useRouterSurroundings(): RouterSurroundings {
  const { router } = useSurroundings()
  if (!router) throw new Error('Only inside the attach form.')
  return router
}
