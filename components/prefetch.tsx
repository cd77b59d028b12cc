import { dehydrate, HydrationBoundary, type QueryKey } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { makeQueryClient } from '@/lib/query-client'

/** Milliseconds a page waits for its reads before it is sent without them; they stream in afterwards. */
const PATIENCE = 300

interface Seed {
  queryKey: QueryKey
  read: () => Promise<unknown>
}

/** Pairs the query a client component will use with the direct read that answers it on the server. */
export function seed<T>(
  {
    queryKey,
  }: { queryKey: QueryKey; queryFn?: ((...context: never[]) => T | Promise<T>) | symbol },
  read: () => Promise<NoInfer<T>>,
): Seed {
  return { queryKey, read }
}

interface PrefetchProps {
  seeds: readonly Seed[]
  children: ReactNode
}

/** Reads on the server what the client components below will ask for. A failed read is left to them. */
export async function Prefetch({ seeds, children }: PrefetchProps) {
  const client = makeQueryClient()
  const reads = seeds.map(({ queryKey, read }) => client.prefetchQuery({ queryKey, queryFn: read }))
  await Promise.race([Promise.all(reads), new Promise((done) => setTimeout(done, PATIENCE))])
  return <HydrationBoundary state={dehydrate(client)}>{children}</HydrationBoundary>
}
