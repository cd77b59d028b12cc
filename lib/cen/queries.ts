import { queryOptions } from '@tanstack/react-query'

import type { CenParams } from '@/lib/cen/params'
import type { Cen } from '@/lib/cen/schema'
import { getJson } from '@/lib/query/get-json'

/** All CEN instances of the account, or the one named. */
export const cenList = (params: CenParams = {}) =>
  queryOptions({
    queryKey: ['listCens', params],
    queryFn: () => getJson<Cen[]>('/api/cen', params),
  })

/** One CEN instance; `undefined` when the account has none of that id. */
export const cenView = (cenId: string) =>
  queryOptions({ ...cenList({ cenId }), select: ([cen]: Cen[]) => cen })
