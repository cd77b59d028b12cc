import { queryOptions } from '@tanstack/react-query'

import { getJson } from '@/lib/query/get-json'
import type { SavedView } from '@/lib/views/schema'

/** The views that one has of a table, by name. */
export const savedViews = (table: string) =>
  queryOptions({
    queryKey: ['ListViews', table],
    queryFn: () => getJson<SavedView[]>('/api/views', { table }),
  })
