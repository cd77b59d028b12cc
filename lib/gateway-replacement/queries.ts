import { queryOptions } from '@tanstack/react-query'

import type { LastReplacement } from '@/lib/gateway-replacement/schema'
import { isFinal } from '@/lib/operations/schema'
import { getJson } from '@/lib/query/get-json'

const POLL_MS = 2000
const QUIET_MS = 30_000

/** The account's last replacement of a customer gateway in a region within a day; null when there is none. */
export const lastReplacementIn = (params: { regionId: string }) =>
  queryOptions({
    queryKey: ['lastReplacement', params],
    queryFn: () =>
      getJson<LastReplacement | null>('/api/customer-gateways/last-replacement', params),
    refetchInterval: ({ state: { data } }) => (data && !isFinal(data.state) ? POLL_MS : QUIET_MS),
  })
