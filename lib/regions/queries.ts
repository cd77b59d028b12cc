import { queryOptions } from '@tanstack/react-query'

import { getJson } from '@/lib/query/get-json'
import type { RegionParams } from '@/lib/regions/params'
import type { Region } from '@/lib/regions/schema'

const AN_HOUR = 60 * 60 * 1000

/** All regions, named in the reader's language. */
export const regionList = (params: RegionParams) =>
  queryOptions({
    queryKey: ['listRegions', params],
    queryFn: () => getJson<Region[]>('/api/regions', params),
    staleTime: AN_HOUR,
  })
