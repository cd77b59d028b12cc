'use client'
import { useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'

import {
  ipsecConnectionList,
  ipsecConnectionStart,
  ipsecConnectionView,
} from '@/lib/ipsec-connections/queries'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'
import { followingInterval, isChanging, pollByStatus, pollQuietly } from '@/lib/query/polling'

/** Of the cloud's list in one call. A list of one page is read whole as cheaply as one of its rows. */
const ROWS_OF_A_CALL = 50

const byStates = pollByStatus((list: IpsecConnection[]) => list.map(({ state }) => state))
const byState = pollByStatus(({ state }: IpsecConnection) => [state])

/** The rows of a long list that are read one by one because they change, while that takes fewer calls than the list. */
export function followedOf(list: readonly IpsecConnection[] = []): IpsecConnection[] {
  if (list.length <= ROWS_OF_A_CALL) return []
  const changing = list.filter(({ state }) => isChanging(state))
  return changing.length < list.length / ROWS_OF_A_CALL ? changing : []
}

/** What was read of one row: a row that is gone has an error. */
type Followed = Pick<UseQueryResult<IpsecConnection>, 'data' | 'dataUpdatedAt' | 'errorUpdatedAt'>

/** The list with what its rows said since it was read. */
export function withFollowed(
  list: readonly IpsecConnection[] | undefined,
  readAt: number,
  followed: readonly Followed[],
): readonly IpsecConnection[] | undefined {
  const newer = new Map(
    followed.flatMap(({ data, dataUpdatedAt }) =>
      data && dataUpdatedAt > readAt ? [[data.vpnConnectionId, data] as const] : [],
    ),
  )
  return newer.size === 0 ? list : list?.map((one) => newer.get(one.vpnConnectionId) ?? one)
}

/** Whether the list says of all of them what is not so any more. */
export const isOvertaken = (readAt: number, followed: readonly Followed[]): boolean =>
  followed.length > 0 &&
  followed.every(
    ({ data, dataUpdatedAt, errorUpdatedAt }) =>
      errorUpdatedAt > readAt || (data && dataUpdatedAt > readAt && !isChanging(data.state)),
  )

const facts = (results: UseQueryResult<IpsecConnection>[]): Followed[] =>
  results.map(({ data, dataUpdatedAt, errorUpdatedAt }) => ({
    data,
    dataUpdatedAt,
    errorUpdatedAt,
  }))

/** The IPsec connections of a region, or while a long list is read its first rows. Where a few of a long list change, only those are read every moment. */
export function useConnections(regionId: string, enabled = true) {
  const query = useQuery({
    ...ipsecConnectionList({ regionId }),
    enabled,
    refetchInterval: (list) =>
      followedOf(list.state.data).length > 0 ? pollQuietly(list) : byStates(list),
  })
  const { data, dataUpdatedAt, refetch } = query
  const following = useMemo(() => followedOf(data), [data])
  const followed = useQueries({
    queries: following.map(({ vpnConnectionId }) => ({
      ...ipsecConnectionView({ regionId, vpnConnectionId }),
      refetchInterval: (one: Parameters<typeof byState>[0]) =>
        Math.max(byState(one), followingInterval(following.length)),
    })),
    combine: facts,
  })
  const overtaken = isOvertaken(dataUpdatedAt, followed)
  useEffect(() => {
    if (overtaken) void refetch({ cancelRefetch: false })
  }, [overtaken, refetch])
  const connections = useMemo(
    () => withFollowed(data, dataUpdatedAt, followed),
    [data, dataUpdatedAt, followed],
  )
  const { data: start } = useQuery(ipsecConnectionStart({ regionId }))
  return { query, connections, start: data || query.error ? undefined : start }
}
