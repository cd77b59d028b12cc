import { queryOptions } from '@tanstack/react-query'

import type { LastEdit } from '@/lib/connection-edit/schema'
import type { ConnectionParams } from '@/lib/ipsec-connections/params'
import { isFinal } from '@/lib/operations/schema'
import { getJson } from '@/lib/query/get-json'

const POLL_MS = 2000
const QUIET_MS = 30_000

/** The account's last edit of a connection within a day; null when there is none. */
export const lastEditOf = (params: ConnectionParams) =>
  queryOptions({
    queryKey: ['lastEdit', params],
    queryFn: () => getJson<LastEdit | null>('/api/ipsec-connections/last-edit', params),
    refetchInterval: ({ state: { data } }) => (data && !isFinal(data.state) ? POLL_MS : QUIET_MS),
  })
