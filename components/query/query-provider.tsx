'use client'
import { QueryClientContext, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, use } from 'react'

import { browserQueryClient } from '@/lib/query/client'

/**
 * What was read stays between the pages, and what a page has read is known to the parts of it. Not around every
 * page: a form that polls nothing does without its script.
 */
export function QueryProvider({ children }: { children: ReactNode }) {
  const outer = use(QueryClientContext)
  return (
    <QueryClientProvider client={outer ?? browserQueryClient()}>{children}</QueryClientProvider>
  )
}
