import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache, type ReactNode } from 'react'

import { Messages } from '@/components/messages/messages'
import { Prefetch, required, seed } from '@/components/query/prefetch'
import { describeIpsecConnection } from '@/lib/ipsec-connections/cloud'
import { ipsecConnectionView } from '@/lib/ipsec-connections/queries'
import { type Access, currentAccess } from '@/lib/request/access'
import { titleOf } from '@/lib/request/document'
import { isConnectionId, isRegionId } from '@/lib/text/ids'

import { ConnectionFrame } from './frame'

interface ConnectionLayoutProps {
  params: Promise<{ regionId: string; vpnConnectionId: string }>
  /** The open tab. */
  children: ReactNode
}

export async function generateMetadata({
  params,
}: Pick<ConnectionLayoutProps, 'params'>): Promise<Metadata> {
  const { regionId, vpnConnectionId } = await params
  const access = await currentAccess()
  const read = async () =>
    isRegionId(regionId) && isConnectionId(vpnConnectionId)
      ? (await readConnection(access, regionId, vpnConnectionId)).name
      : undefined
  return { title: await titleOf(read, vpnConnectionId) }
}

export default async function ConnectionLayout({ params, children }: ConnectionLayoutProps) {
  const { regionId, vpnConnectionId } = await params
  if (!isRegionId(regionId) || !isConnectionId(vpnConnectionId)) notFound()
  const access = await currentAccess()
  const connection = { regionId, vpnConnectionId }
  return (
    <Messages
      of={[
        'ipsecConnections',
        'attachment.light',
        'attachment.settings',
        'grants',
        'operations.last',
        'tags',
        'rules',
      ]}
    >
      <Prefetch
        seeds={[
          required(
            seed(ipsecConnectionView(connection), () =>
              readConnection(access, regionId, vpnConnectionId),
            ),
          ),
        ]}
      >
        <ConnectionFrame {...connection}>{children}</ConnectionFrame>
      </Prefetch>
    </Messages>
  )
}

/** Read once for the page and its title. The page has looked at the ids; a title comes without. */
const readConnection = cache((access: Access, regionId: string, vpnConnectionId: string) =>
  describeIpsecConnection(access, { regionId, vpnConnectionId }),
)
