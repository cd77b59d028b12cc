import { queryOptions, skipToken } from '@tanstack/react-query'
import type { z } from 'zod'

import { getJson } from '@/lib/query/get-json'
import type { ComparisonPage } from '@/lib/route-tables/comparison'
import type {
  AssociationParams,
  ChangeParams,
  PropagationParams,
  RouteEntryParams,
  RouteTableParams,
  replacementParams,
} from '@/lib/route-tables/params'
import type {
  Association,
  Propagation,
  Replacement,
  RouteEntry,
  RouteTable,
} from '@/lib/route-tables/schema'

/** The route tables of a transit router; the `System` one is the default table. */
export const routeTableList = (params: RouteTableParams) =>
  queryOptions({
    queryKey: ['listRouteTables', params],
    queryFn: () => getJson<RouteTable[]>('/api/route-tables', params),
  })

export const associationList = (params: AssociationParams) =>
  queryOptions({
    queryKey: ['listAssociations', params],
    queryFn: () => getJson<Association[]>('/api/route-tables/associations', params),
  })

export const propagationList = (params: PropagationParams) =>
  queryOptions({
    queryKey: ['listPropagations', params],
    queryFn: () => getJson<Propagation[]>('/api/route-tables/propagations', params),
  })

/** The routes of a table in every status, also those that lost against a better one. */
export const routeEntryList = (params: RouteEntryParams) =>
  queryOptions({
    queryKey: ['listRouteEntries', params],
    queryFn: () => getJson<RouteEntry[]>('/api/route-tables/entries', params),
  })

/** The first rows of a long `routeEntryList`, which come with the page; nothing asks for them later. */
export const routeEntryStart = (params: RouteEntryParams) =>
  queryOptions<RouteEntry[]>({ queryKey: ['startOfRouteEntries', params], queryFn: skipToken })

/** The last change of an attachment's route table; `null` when there was none within a day. */
export const lastReplacement = (params: z.infer<typeof replacementParams>) =>
  queryOptions({
    queryKey: ['lastReplacement', params],
    queryFn: () => getJson<Replacement | null>('/api/route-tables/last-replacement', params),
  })

/** How far a comparison has been read. */
export const comparisonReading = (change: ChangeParams) =>
  queryOptions({
    queryKey: ['comparisonReading', change],
    queryFn: () => getJson<{ routes: number }>('/api/route-tables/comparison/reading', change),
    staleTime: 0,
  })

/** One page of what a change of table does, of a reading that began `age` milliseconds ago. @throws QueryError */
export const readComparisonPage = (
  change: ChangeParams,
  search: Readonly<Record<string, string>>,
  age: number,
) =>
  getJson<ComparisonPage>('/api/route-tables/comparison', {
    ...change,
    ...search,
    within: String(age),
  })

/** The same as a query. @param reading which reading of the tables it is of. */
export const comparisonPage = (
  change: ChangeParams,
  search: Readonly<Record<string, string>>,
  reading: number,
  age: () => number,
) =>
  queryOptions({
    queryKey: ['comparison', change, reading, search],
    queryFn: () => readComparisonPage(change, search, age()),
  })
