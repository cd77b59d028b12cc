import type { ReactNode } from 'react'

import { Messages } from '@/components/messages'
import { Prefetch, seed } from '@/components/prefetch'
import { currentAccess } from '@/lib/access'
import { listAssociations, listPropagations } from '@/lib/associations/cloud'
import { isAttachmentId, readSegment } from '@/lib/attachments/id'
import { listRouteTables } from '@/lib/route-tables/cloud'
import { associationList, propagationList, routeTableList } from '@/lib/route-tables/queries'

import { FollowedOperation } from './followed-operation'
import { AttachmentPanel } from './panel'

interface AttachmentLayoutProps {
  params: Promise<{ cenId: string; transitRouterId: string; attachmentId: string }>
  children: ReactNode
}

export default async function AttachmentLayout({ params, children }: AttachmentLayoutProps) {
  const segments = await params
  const transitRouterId = readSegment(segments.transitRouterId)
  const transitRouterAttachmentId = readSegment(segments.attachmentId)
  const access = await currentAccess()
  const attachment = { transitRouterAttachmentId }
  const within = { transitRouterId, transitRouterAttachmentId }
  const seeds = [
    seed(associationList(attachment), () => listAssociations(access, attachment)),
    seed(propagationList(within), () => listPropagations(access, within)),
    seed(routeTableList({ transitRouterId }), () => listRouteTables(access, { transitRouterId })),
  ]
  return (
    <Messages of={['attachment', 'operations', 'tags', 'rules']}>
      <Prefetch seeds={isAttachmentId(transitRouterAttachmentId) ? seeds : []}>
        <FollowedOperation attachmentId={transitRouterAttachmentId}>
          <AttachmentPanel
            cenId={readSegment(segments.cenId)}
            transitRouterId={transitRouterId}
            attachmentId={transitRouterAttachmentId}
          >
            {children}
          </AttachmentPanel>
        </FollowedOperation>
      </Prefetch>
    </Messages>
  )
}
