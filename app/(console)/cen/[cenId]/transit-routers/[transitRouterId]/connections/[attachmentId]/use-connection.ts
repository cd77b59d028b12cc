'use client'
import { useQuery } from '@tanstack/react-query'

import { ipsecConnectionView } from '@/lib/ipsec-connections/queries'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'
import { pollByStatus } from '@/lib/query/polling'

import { useOpenAttachment } from './open-attachment'

/** The IPsec connection behind the open attachment. */
export function useConnection() {
  const { attachment } = useOpenAttachment()
  return useQuery({
    ...ipsecConnectionView({
      regionId: attachment.resourceRegionId,
      vpnConnectionId: attachment.resourceId,
    }),
    enabled: attachment.resourceType === 'VPN',
    refetchInterval: pollByStatus((connection: IpsecConnection) => [
      connection.state,
      attachment.status,
    ]),
  })
}
