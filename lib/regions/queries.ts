import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'

import { getJson } from '@/lib/query/get-json'
import type { regionParams, zoneParams } from '@/lib/regions/params'
import type { Region } from '@/lib/regions/schema'

const AN_HOUR = 60 * 60 * 1000

export type RegionParams = z.infer<typeof regionParams>

/** All regions, named in the reader's language. */
export const regionList = (params: RegionParams) =>
  queryOptions({
    queryKey: ['listRegions', params],
    queryFn: () => getJson<Region[]>('/api/regions', params),
    staleTime: AN_HOUR,
  })

export type ZoneParams = z.infer<typeof zoneParams>
