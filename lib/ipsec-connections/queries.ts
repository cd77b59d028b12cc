import { infiniteQueryOptions, queryOptions, skipToken } from '@tanstack/react-query'

import type {
  ConnectionParams,
  IpsecConnectionParams,
  VpnLogParams,
} from '@/lib/ipsec-connections/params'
import type {
  Diagnosis,
  IpsecConnection,
  VcoRouteEntry,
  VpnLogs,
} from '@/lib/ipsec-connections/schema'
import { getJson } from '@/lib/query/get-json'

/** The IPsec connections of a region. Those with `attachType` `NO_ASSOCIATED` are free to attach. */
export const ipsecConnectionList = (params: IpsecConnectionParams) =>
  queryOptions({
    queryKey: ['listIpsecConnections', params],
    queryFn: () => getJson<IpsecConnection[]>('/api/ipsec-connections', params),
  })

/** Some of them, by their ids. */
export const theseConnections = (regionId: string, ids: readonly string[]) =>
  ipsecConnectionList({ regionId, only: ids.join(',') })

/** The first rows of a long `ipsecConnectionList`, which come with the page; nothing asks for them later. */
export const ipsecConnectionStart = (params: IpsecConnectionParams) =>
  queryOptions<IpsecConnection[]>({
    queryKey: ['startOfIpsecConnections', params],
    queryFn: skipToken,
  })

/** One IPsec connection in full. A missing one is a `QueryError` with the cloud's code. */
export const ipsecConnectionView = (params: ConnectionParams) =>
  queryOptions({
    queryKey: ['describeIpsecConnection', params],
    queryFn: () => getJson<IpsecConnection>('/api/ipsec-connections/one', params),
  })

/** What the cloud says of each tunnel that is down. */
export const diagnosisList = (params: ConnectionParams) =>
  queryOptions({
    queryKey: ['diagnoseIpsecConnection', params],
    queryFn: () => getJson<Diagnosis[]>('/api/ipsec-connections/diagnosis', params),
  })

/** The lines of a log, a thousand at a time. */
export const vpnLog = (params: Omit<VpnLogParams, 'chunk'>) =>
  infiniteQueryOptions({
    queryKey: ['describeVpnLogs', params],
    queryFn: ({ pageParam }) =>
      getJson<VpnLogs>('/api/ipsec-connections/logs', { ...params, chunk: String(pageParam) }),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
  })

/** The routes of the connection's own table, written by hand and learned by BGP. */
export const vcoRouteEntryList = (params: ConnectionParams) =>
  queryOptions({
    queryKey: ['listVcoRouteEntries', params],
    queryFn: () => getJson<VcoRouteEntry[]>('/api/ipsec-connections/routes', params),
  })
