'use client'
import { QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { browserQueryClient } from '@/lib/query-client'

/** What was read stays between the pages. Not around every page: a form that polls nothing does without its script. */
export function QueryProvider({ children }: { children: ReactNode }) {
  return <QueryClientProvider client={browserQueryClient()}>{children}</QueryClientProvider>
}
