import { dehydrate, HydrationBoundary, type QueryKey } from '@tanstack/react-query'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'

import { makeQueryClient } from '@/lib/query-client'

/** Milliseconds a page waits for its reads before it is sent without them; they stream in afterwards. */
const PATIENCE = 300

interface Seed {
  queryKey: QueryKey
  read: () => Promise<unknown>
  /** An empty list means that the page does not exist. */
  required: boolean
}

/** Pairs the query a client component will use with the direct read that answers it on the server. */
export function seed<T>(
  {
    queryKey,
  }: { queryKey: QueryKey; queryFn?: ((...context: never[]) => T | Promise<T>) | symbol },
  read: () => Promise<NoInfer<T>>,
): Seed {
  return { queryKey, read, required: false }
}

/** A seed without which there is no page: when the list comes back empty, the answer is 404. */
export const required = (seed: Seed): Seed => ({ ...seed, required: true })

interface PrefetchProps {
  seeds: readonly Seed[]
  children: ReactNode
}

/** Reads on the server what the client components below will ask for. A failed read is left to them. */
export async function Prefetch({ seeds, children }: PrefetchProps) {
  const client = makeQueryClient()
  const reads = seeds.map(({ queryKey, read }) => client.prefetchQuery({ queryKey, queryFn: read }))
  await Promise.race([Promise.all(reads), new Promise((done) => setTimeout(done, PATIENCE))])
  for (const { queryKey, required } of seeds) {
    const data = client.getQueryData(queryKey)
    if (required && Array.isArray(data) && data.length === 0) notFound()
  }
  return <HydrationBoundary state={dehydrate(client)}>{children}</HydrationBoundary>
}
