import { queryOptions } from '@tanstack/react-query'

import { getJson } from '@/lib/query/get-json'
import type { RamAction } from '@/lib/ram/schema'

/** The actions of RAM that the console needs, each tried now. It costs a call for each, so nobody asks by himself. */
export const ramCheck = () =>
  queryOptions({
    queryKey: ['checkPermissions'],
    queryFn: () => getJson<RamAction[]>('/api/ram', {}),
    enabled: false,
    staleTime: Infinity,
  })
