'use client'
import { createContext, use } from 'react'

import type { IpsecConnection } from '@/lib/ipsec-connections/schema'

const OpenConnectionContext = createContext<IpsecConnection | undefined>(undefined)

export const OpenConnectionProvider = OpenConnectionContext

/** The connection the page shows. */
export function useOpenConnection(): IpsecConnection {
  const connection = use(OpenConnectionContext)
  if (!connection) throw new Error('There is no connection outside its page.')
  return connection
}
