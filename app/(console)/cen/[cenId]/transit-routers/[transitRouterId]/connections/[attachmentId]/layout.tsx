import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'

import { readRouter } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/reads'
import { Messages } from '@/components/messages/messages'
import { Prefetch, seed } from '@/components/query/prefetch'
import { listAttachments } from '@/lib/attachments/cloud'
import { currentAccess } from '@/lib/request/access'
import { isMissing } from '@/lib/request/document'
import { listAssociations, listPropagations } from '@/lib/route-tables/bindings'
import { listRouteTables } from '@/lib/route-tables/cloud'
import { associationList, propagationList, routeTableList } from '@/lib/route-tables/queries'
import { isAttachmentId, isTransitRouterId } from '@/lib/text/ids'

import { AttachmentPanel } from './panel'
import { FollowedOperation } from './route-table/followed-operation'

type Ids = Record<'cenId' | 'transitRouterId' | 'attachmentId', string>

interface AttachmentLayoutProps {
  params: Promise<Ids>
  children: ReactNode
}

export default async function AttachmentLayout({ params, children }: AttachmentLayoutProps) {
  const ids = await params
  const { cenId, transitRouterId, attachmentId: transitRouterAttachmentId } = ids
  if (!isTransitRouterId(transitRouterId) || !isAttachmentId(transitRouterAttachmentId)) notFound()
  if (await isMissing(() => isThere(ids))) notFound()
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

async function isThere({ cenId, transitRouterId, attachmentId }: Ids): Promise<boolean> {
  const { profile } = await currentAccess()
  const [router] = await readRouter(profile, cenId, transitRouterId)
  // Without a router there is no page at all, which the layout around this one says.
  if (!router) return true
  const list = await listAttachments(
    { profile },
    {
      cenId,
      regionId: router.regionId,
      transitRouterId,
      transitRouterAttachmentId: attachmentId,
    },
  )
  return list.length > 0
}
