import { queryOptions } from '@tanstack/react-query'

import { getJson } from '@/lib/query/get-json'
import type { RehearsalSite } from '@/lib/rehearsal/schema'

const LOOK_MS = 2000

/** The sites of the rehearsal, with what they have come to. */
export const siteQuery = () =>
  queryOptions({
    queryKey: ['listSites'],
    queryFn: () => getJson<RehearsalSite[]>('/api/rehearsal', {}),
    refetchInterval: LOOK_MS,
  })
