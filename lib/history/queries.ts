import { keepPreviousData, queryOptions } from '@tanstack/react-query'

import type { HistoryParams } from '@/lib/history/params'
import type { History } from '@/lib/history/schema'
import { getJson } from '@/lib/query/get-json'
import { pollQuietly } from '@/lib/query/polling'

/** What changed on a connection in a time. */
export const connectionHistory = (params: HistoryParams) =>
  queryOptions({
    queryKey: ['connectionHistory', params],
    queryFn: () => getJson<History>('/api/ipsec-connections/history', params),
    placeholderData: keepPreviousData,
    refetchInterval: pollQuietly,
  })
