import {
  dehydrate,
  HydrationBoundary,
  type QueryClient,
  type QueryKey,
} from '@tanstack/react-query'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'

import { SavableTables } from '@/components/views/views'
import { hasNoPage } from '@/lib/failure/not-found'
import { makeQueryClient } from '@/lib/query/client'
import { isAfterAction, isDocument, PATIENCE_TO_DECIDE } from '@/lib/request/document'
import { PAGE, type Start } from '@/lib/table/page'

import { LatePart } from './late-part'
import { PageSkeleton } from './page-skeleton'
import { QueryProvider } from './query-provider'

/** Milliseconds a page waits for its reads before it is sent without them; it follows when they are there. */
const PATIENCE = 300

export interface Seed<T = unknown> {
  queryKey: QueryKey
  read: () => Promise<T>
  /** Whether what was read means that the page exists. */
  exists?(data: T): boolean
  /** The query that gets what was read, a `Start`, when there are more rows than these. */
  start?: QueryKey
  next?(this: void, data: T): readonly Seed[]
}

/**
 * Pairs the query a client component will use with the direct read that answers it on the server.
 * `next`: what can only be asked once this is known.
 */
export function seed<T>(
  {
    queryKey,
  }: { queryKey: QueryKey; queryFn?: ((...context: never[]) => T | Promise<T>) | symbol },
  read: () => Promise<NoInfer<T>>,
  next?: (data: NoInfer<T>) => readonly Seed[],
): Seed<T> {
  return { queryKey, read, ...(next && { next }) }
}

/** A seed without which there is no page: when the list comes back empty or lacks it, or nothing is found, the answer is 404. */
export const required = <T,>(seed: Seed<T>, exists: (data: T) => boolean = isSome): Seed<T> => ({
  ...seed,
  exists,
})

/**
 * A list of which only the first page is read: when it has more, the rows in view travel with the page, under the
 * other query, and the browser reads the whole.
 */
export const startOf = <T,>(
  {
    queryKey,
  }: { queryKey: QueryKey; queryFn?: ((...context: never[]) => T[] | Promise<T[]>) | symbol },
  start: { queryKey: QueryKey; queryFn?: symbol | ((...context: never[]) => T[] | Promise<T[]>) },
  read: () => Promise<Start<NoInfer<T>>>,
): Seed<Start<T>> => ({ queryKey, read, start: start.queryKey })

/** As many of the first rows as a table shows on its first page. */
export const inView = <T,>({ items, more }: Start<T>): Start<T> => ({
  items: more ? items.slice(0, PAGE) : items,
  more,
})

const isSome = (data: unknown) => !Array.isArray(data) || data.length > 0

interface PrefetchProps {
  seeds: readonly Seed[]
  children: ReactNode
}

/** Reads on the server what the client components below will ask for. A failed read is left to them. No query works outside it. */
export async function Prefetch({ seeds, children }: PrefetchProps) {
  const client = makeQueryClient()
  const arrived = readAll(client, seeds).then(() => true)
  const decides = seeds.some((seed) => 'exists' in seed) && (await isDocument())
  // A page in a boundary is another page to React: what was typed and opened on it would be gone after an action.
  const patience = (await isAfterAction())
    ? arrived
    : new Promise<boolean>((done) =>
        setTimeout(done, decides ? PATIENCE_TO_DECIDE : PATIENCE, false),
      )
  // In time, it is part of the page, and a missing resource still makes it a 404.
  const isInTime = await Promise.race([arrived, patience])
  return (
    <LatePart isLate={!isInTime} fallback={<PageSkeleton />}>
      <Seeded client={client} seeds={seeds} arrived={arrived}>
        {children}
      </Seeded>
    </LatePart>
  )
}

async function readAll(client: QueryClient, seeds: readonly Seed[]): Promise<void> {
  await Promise.all(
    seeds.map(async ({ queryKey, read, next }) => {
      await client.prefetchQuery({ queryKey, queryFn: read, retry: false })
      const data = client.getQueryData(queryKey)
      if (next && data !== undefined) await readAll(client, next(data))
    }),
  )
}

interface SeededProps extends PrefetchProps {
  client: QueryClient
  arrived: Promise<unknown>
}

async function Seeded({ client, seeds, arrived, children }: SeededProps) {
  await arrived
  for (const seed of seeds) {
    const { data, error } = client.getQueryState(seed.queryKey) ?? {}
    if (seed.exists && (hasNoPage(error) || (data !== undefined && !seed.exists(data)))) notFound()
    if (seed.start && data !== undefined) {
      const { items, more } = data as Start<unknown> // what `startOf` reads
      client.removeQueries({ queryKey: seed.queryKey, exact: true })
      client.setQueryData(more ? seed.start : seed.queryKey, items)
    }
  }
  return (
    <QueryProvider>
      <HydrationBoundary state={dehydrate(client)}>
        <SavableTables>{children}</SavableTables>
      </HydrationBoundary>
    </QueryProvider>
  )
}
