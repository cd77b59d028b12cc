'use client'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

import { crossAccountAuthorizationList, grantOfConnectionList } from '@/lib/grants/queries'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'
import { pollQuietly } from '@/lib/query/polling'

/** What the owner of a connection granted, put together from the two services that know of it. */
export interface GivenGrant {
  cenId: string
  cenOwnerId: string
  /** Empty when only the VPN service lists the grant. */
  orderType: string
  createTime: string
}

/** The CEN instances of other accounts that may attach the connection. */
export function useGrants({ regionId, vpnConnectionId }: IpsecConnection) {
  const params = { regionId, vpnConnectionId }
  const query = useQuery({
    ...grantOfConnectionList(params),
    refetchInterval: pollQuietly,
  })
  const { data: authorizations } = useQuery({
    ...crossAccountAuthorizationList(params),
    refetchInterval: pollQuietly,
  })
  const grants = useMemo(() => {
    if (!query.data) return undefined
    const known = new Set(query.data.map(({ cenId }) => cenId))
    const more = (authorizations ?? [])
      .filter(({ bindInstance }) => bindInstance !== '' && !known.has(bindInstance))
      .map(({ bindInstance, bindUid, creationTime }) => ({
        cenId: bindInstance,
        cenOwnerId: bindUid,
        orderType: '',
        createTime: creationTime,
      }))
    return [...query.data, ...more] satisfies GivenGrant[]
  }, [query.data, authorizations])
  return { grants, query }
}
