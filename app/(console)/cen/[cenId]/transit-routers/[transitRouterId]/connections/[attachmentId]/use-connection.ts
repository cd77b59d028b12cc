'use client'
import { useQuery } from '@tanstack/react-query'

import { isForeign } from '@/lib/attachments/schema'
import { ipsecConnectionView } from '@/lib/ipsec-connections/queries'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'
import { speakingOf } from '@/lib/ipsec-connections/speaking'
import { pollByStatus } from '@/lib/query/polling'

import { useOpenAttachment } from './open-attachment'

/** Whether the connection of the open attachment is another account's. */
export function useIsForeign(): boolean {
  const { attachment, router } = useOpenAttachment()
  return isForeign(attachment, router)
}

/** The IPsec connection behind the open attachment. */
export function useConnection() {
  const { attachment } = useOpenAttachment()
  const foreign = useIsForeign()
  return useQuery({
    ...ipsecConnectionView({
      regionId: attachment.resourceRegionId,
      vpnConnectionId: attachment.resourceId,
    }),
    enabled: attachment.resourceType === 'VPN' && !foreign,
    refetchInterval: pollByStatus((connection: IpsecConnection) => [
      connection.state,
      attachment.status,
    ]),
  })
}

/** Whether the open attachment tells the data centre its routes, as far as that can be seen. */
export function useSpeaking() {
  const { attachment } = useOpenAttachment()
  const { data, isError } = useConnection()
  return speakingOf({
    synchronised: attachment.autoPublishRouteEnabled,
    foreign: useIsForeign(),
    connection: data,
    failed: isError,
  })
}
