import { queryOptions } from '@tanstack/react-query'

import type { OperationFilter } from '@/lib/operations/params'
import { isFinal, isMoving, type Operation } from '@/lib/operations/schema'
import { getJson } from '@/lib/query/get-json'

const POLL_MS = 2000
/** Another tab or another person may begin one. */
const QUIET_MS = 30_000

/** The operations that match, newest first; polled soon while one of them moves. */
export const operationList = (filter: OperationFilter = {}) =>
  queryOptions({
    queryKey: ['ListOperations', filter],
    queryFn: () => getJson<Operation[]>('/api/operations', { ...filter }),
    refetchInterval: ({ state }) =>
      state.data?.some((operation) => isMoving(operation.state)) ? POLL_MS : QUIET_MS,
  })

/** The operations that run, ask, or began within the last hour: for notices and marks on every page. */
export const recentOperations = () => operationList({ state: 'recent' })

/** One operation, polled until it is final. */
export const operationView = (operationId: string) =>
  queryOptions({
    queryKey: ['GetOperation', operationId],
    queryFn: () => getJson<Operation>('/api/operations/one', { operationId }),
    refetchInterval: ({ state: { data } }) => (data && isFinal(data.state) ? false : POLL_MS),
  })
