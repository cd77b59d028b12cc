'use client'
import { createContext, type ReactNode, use } from 'react'

import type { Unread } from '@/lib/attach-form/surroundings'
import type { CustomerGateway } from '@/lib/customer-gateways/schema'

/** Where the connection is made, and what can be chosen there. */
export interface ConnectionPlace {
  regionId: string
  /** In the reader's language. */
  regionName: string
  customerGateways: readonly CustomerGateway[]
  unread: readonly Unread[]
  /** What is billed, drawn by the server. */
  billing: ReactNode
}

const PlaceContext = createContext<ConnectionPlace | undefined>(undefined)

export const PlaceProvider = PlaceContext

/** What the page read of the region of the connection. */
export function usePlace(): ConnectionPlace {
  const place = use(PlaceContext)
  if (!place) throw new Error('Only inside the form of a connection.')
  return place
}
