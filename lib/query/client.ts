import { QueryClient } from '@tanstack/react-query'

import { QueryError } from '@/lib/failure/in-browser'

/** A query client with the console's rules: a refused read is not tried again, an unreachable console once. */
export const makeQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 2000,
        retry: (failures, error) =>
          failures < 1 && !(error instanceof QueryError && error.code !== 'NoConsole'),
      },
    },
  })

let kept: QueryClient | undefined

/** One client for the life of the browser tab; a fresh one for each render on the server. */
export function browserQueryClient(): QueryClient {
  if (typeof window === 'undefined') return makeQueryClient()
  kept ??= makeQueryClient()
  return kept
}
