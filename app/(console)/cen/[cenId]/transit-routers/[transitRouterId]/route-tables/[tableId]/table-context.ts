'use client'
import { createContext, use } from 'react'

import type { RouteTable } from '@/lib/route-tables/schema'

interface OpenTable {
  cenId: string
  table: RouteTable
  /** What it is called; the default table gets a word of ours. */
  name: string
}

const OpenTableContext = createContext<OpenTable | undefined>(undefined)

export const OpenTableProvider = OpenTableContext

/** The route table whose entries, associations or propagations are shown. */
export function useOpenTable(): OpenTable {
  const open = use(OpenTableContext)
  if (!open) throw new Error('There is no open route table here.')
  return open
}
