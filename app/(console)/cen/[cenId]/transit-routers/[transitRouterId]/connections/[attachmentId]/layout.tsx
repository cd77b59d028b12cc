import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'

import {
  readAttachments,
  readRouter,
} from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/reads'
import { Messages } from '@/components/messages'
import { Prefetch, seed } from '@/components/prefetch'
import { currentAccess } from '@/lib/access'
import { listAssociations, listPropagations } from '@/lib/associations/cloud'
import { isAttachmentId } from '@/lib/attachments/id'
import { isDocument } from '@/lib/document'
import { isTransitRouterId } from '@/lib/resource-id'
import { listRouteTables } from '@/lib/route-tables/cloud'
import { associationList, propagationList, routeTableList } from '@/lib/route-tables/queries'

import { FollowedOperation } from './followed-operation'
import { AttachmentPanel } from './panel'

type Ids = Record<'cenId' | 'transitRouterId' | 'attachmentId', string>

interface AttachmentLayoutProps {
  params: Promise<Ids>
  children: ReactNode
}

export default async function AttachmentLayout({ params, children }: AttachmentLayoutProps) {
  const ids = await params
  const { cenId, transitRouterId, attachmentId: transitRouterAttachmentId } = ids
  if (!isTransitRouterId(transitRouterId) || !isAttachmentId(transitRouterAttachmentId)) notFound()
  if (!(await isThere(ids))) notFound()
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

/** Whether the router has the attachment; a part of the page that is asked for later has the list already. */
async function isThere({ cenId, transitRouterId, attachmentId }: Ids): Promise<boolean> {
  if (!(await isDocument())) return true
  const { profile } = await currentAccess()
  try {
    const [router] = await readRouter(profile, cenId, transitRouterId)
    if (!router) return true
    const list = await readAttachments(profile, cenId, router.regionId, transitRouterId)
    return list.some((one) => one.transitRouterAttachmentId === attachmentId)
  } catch {
    // When they could not be read, the browser asks again and says why.
    return true
  }
}
