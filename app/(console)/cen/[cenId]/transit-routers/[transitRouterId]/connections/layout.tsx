import type { ReactNode } from 'react'

import {
  readAttachments,
  readRouter,
} from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/reads'
import { Messages } from '@/components/messages'
import { Prefetch, required, seed } from '@/components/prefetch'
import { currentAccess } from '@/lib/access'
import { attachmentList } from '@/lib/attachments/queries'

import { ConnectionsFrame } from './frame'

interface ConnectionsLayoutProps {
  params: Promise<{ cenId: string; transitRouterId: string }>
  /** What is open over the list: nothing, or the details of an attachment. */
  children: ReactNode
}

export default async function ConnectionsLayout({ params, children }: ConnectionsLayoutProps) {
  const { cenId, transitRouterId } = await params
  const { profile } = await currentAccess()
  const routers = await readRouter(profile, cenId, transitRouterId).catch(() => [])
  const seeds = routers.map(({ regionId }) => {
    const list = seed(attachmentList({ cenId, regionId, transitRouterId }), () =>
      readAttachments(profile, cenId, regionId, transitRouterId),
    )
    // Whether the open attachment exists is decided below, from the same read.
    return required(list, () => true)
  })
  return (
    <Messages of={['connections', 'attachForm.remaining']}>
      <Prefetch seeds={seeds}>
        <ConnectionsFrame cenId={cenId} transitRouterId={transitRouterId}>
          {children}
        </ConnectionsFrame>
      </Prefetch>
    </Messages>
  )
}
