import { queryOptions } from '@tanstack/react-query'

import type { GrantToCenParams } from '@/lib/grants/params'
import type { CrossAccountAuthorization, Grant } from '@/lib/grants/schema'
import type { ConnectionParams } from '@/lib/ipsec-connections/params'
import { getJson } from '@/lib/query/get-json'

/** The owner of a CEN asks: which IPsec connections of other accounts may I attach? */
export const grantToCenList = (params: GrantToCenParams) =>
  queryOptions({
    queryKey: ['listGrantsToCen', params],
    queryFn: () => getJson<Grant[]>('/api/grants/to-cen', params),
  })

/** The owner of an IPsec connection asks: which CEN instances may attach it? */
export const grantOfConnectionList = (params: ConnectionParams) =>
  queryOptions({
    queryKey: ['listGrantsOfConnection', params],
    queryFn: () => getJson<Grant[]>('/api/grants/of-connection', params),
  })

/** The same question, answered by the VPN service: the accounts as well as the CEN instances. */
export const crossAccountAuthorizationList = (params: ConnectionParams) =>
  queryOptions({
    queryKey: ['listCrossAccountAuthorizations', params],
    queryFn: () => getJson<CrossAccountAuthorization[]>('/api/grants/authorizations', params),
  })
