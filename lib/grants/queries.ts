import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'

import type { CrossAccountAuthorization, Grant } from '@/lib/grants/schema'
import { type ConnectionParams } from '@/lib/ipsec-connections/queries'
import { getJson } from '@/lib/query'

export const grantToCenParams = z.object({
  cenId: z.string().min(1),
  regionId: z.string().min(1).exactOptional(),
  /** Only the instances of this account. */
  childInstanceOwnerId: z.string().min(1).exactOptional(),
})
export type GrantToCenParams = z.infer<typeof grantToCenParams>

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
