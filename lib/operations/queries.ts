import { queryOptions } from '@tanstack/react-query'

import { isFinal, type Operation } from '@/lib/operations/schema'
import { getJson } from '@/lib/query'

const POLL_MS = 2000

/** Which operations to list; all of them without a filter. */
export interface OperationFilter {
  transitRouterId?: string
  /** `active`: not final yet. */
  state?: 'active'
}

/** The operations that match, newest first; polled while one of them is not final. */
export const operationList = (filter: OperationFilter = {}) =>
  queryOptions({
    queryKey: ['ListOperations', filter],
    queryFn: () => getJson<Operation[]>('/api/operations', { ...filter }),
    refetchInterval: ({ state }) =>
      state.data?.some((operation) => !isFinal(operation.state)) ? POLL_MS : false,
  })

/** One operation, polled until it is final. */
export const operationView = (operationId: string) =>
  queryOptions({
    queryKey: ['GetOperation', operationId],
    queryFn: () => getJson<Operation>(`/api/operations/${encodeURIComponent(operationId)}`),
    refetchInterval: ({ state }) => (state.data && isFinal(state.data.state) ? false : POLL_MS),
  })
