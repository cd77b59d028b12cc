import { queryOptions, skipToken } from '@tanstack/react-query'

import type { ConnectionParams, IpsecConnectionParams } from '@/lib/ipsec-connections/params'
import type { IpsecConnection, VcoRouteEntry } from '@/lib/ipsec-connections/schema'
import { getJson } from '@/lib/query/get-json'

/** The IPsec connections of a region. Those with `attachType` `NO_ASSOCIATED` are free to attach. */
export const ipsecConnectionList = (params: IpsecConnectionParams) =>
  queryOptions({
    queryKey: ['listIpsecConnections', params],
    queryFn: () => getJson<IpsecConnection[]>('/api/ipsec-connections', params),
  })

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

/** The routes of the connection's own table, written by hand and learned by BGP. */
export const vcoRouteEntryList = (params: ConnectionParams) =>
  queryOptions({
    queryKey: ['listVcoRouteEntries', params],
    queryFn: () => getJson<VcoRouteEntry[]>('/api/ipsec-connections/routes', params),
  })
