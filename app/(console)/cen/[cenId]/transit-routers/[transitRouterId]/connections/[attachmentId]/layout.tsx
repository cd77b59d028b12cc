import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'

import { Messages } from '@/components/messages'
import { Prefetch, required, seed } from '@/components/prefetch'
import { type Access, currentAccess } from '@/lib/access'
import { listAssociations, listPropagations } from '@/lib/associations/cloud'
import { listAttachments } from '@/lib/attachments/cloud'
import { isAttachmentId } from '@/lib/attachments/id'
import { attachmentList } from '@/lib/attachments/queries'
import type { Attachment } from '@/lib/attachments/schema'
import { isDocument } from '@/lib/document'
import { isTransitRouterId } from '@/lib/resource-id'
import { listRouteTables } from '@/lib/route-tables/cloud'
import { associationList, propagationList, routeTableList } from '@/lib/route-tables/queries'
import { listTransitRouters } from '@/lib/transit-routers/cloud'

import { FollowedOperation } from './followed-operation'
import { AttachmentPanel } from './panel'

interface AttachmentLayoutProps {
  params: Promise<{ cenId: string; transitRouterId: string; attachmentId: string }>
  children: ReactNode
}

export default async function AttachmentLayout({ params, children }: AttachmentLayoutProps) {
  const { cenId, transitRouterId, attachmentId: transitRouterAttachmentId } = await params
  if (!isAttachmentId(transitRouterAttachmentId) || !isTransitRouterId(transitRouterId)) notFound()
  const access = await currentAccess()
  const attachment = { transitRouterAttachmentId }
  const within = { transitRouterId, transitRouterAttachmentId }
  const seeds = [
    ...(await existence(access, { cenId, ...within })),
    seed(associationList(attachment), () => listAssociations(access, attachment)),
    seed(propagationList(within), () => listPropagations(access, within)),
    seed(routeTableList({ transitRouterId }), () => listRouteTables(access, { transitRouterId })),
  ]
  return (
    <Messages of={['attachment', 'operations', 'tags', 'rules']}>
      <Prefetch seeds={seeds}>
        <FollowedOperation attachmentId={transitRouterAttachmentId}>
          <AttachmentPanel
            cenId={cenId}
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

interface Ids {
  cenId: string
  transitRouterId: string
  transitRouterAttachmentId: string
}

/** The read that decides whether a document exists. Within the console the list below has been read already. */
async function existence(access: Access, { cenId, transitRouterId, ...attachment }: Ids) {
  if (!(await isDocument())) return []
  const [router] = await listTransitRouters(access, { cenId, transitRouterId }).catch(() => [])
  if (!router) return []
  const place = { cenId, regionId: router.regionId, transitRouterId }
  const list = seed(attachmentList(place), () => listAttachments(access, place))
  const isThere = (attachments: Attachment[]) =>
    attachments.some(
      (one) => one.transitRouterAttachmentId === attachment.transitRouterAttachmentId,
    )
  return [required(list, isThere)]
}
