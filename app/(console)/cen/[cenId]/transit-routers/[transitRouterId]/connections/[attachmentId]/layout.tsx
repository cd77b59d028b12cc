import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'

import { readAttachment } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/reads'
import { Messages } from '@/components/messages/messages'
import { Prefetch, seed } from '@/components/query/prefetch'
import { currentAccess } from '@/lib/request/access'
import { isMissing, titleOf } from '@/lib/request/document'
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

export async function generateMetadata({
  params,
}: Pick<AttachmentLayoutProps, 'params'>): Promise<Metadata> {
  const { cenId, transitRouterId, attachmentId } = await params
  const read = async () =>
    (await readAttachment(cenId, transitRouterId, attachmentId))?.[0]?.transitRouterAttachmentName
  return { title: await titleOf(read, attachmentId) }
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

const isThere = async (ids: Ids) => {
  const list = await readAttachment(ids.cenId, ids.transitRouterId, ids.attachmentId)
  // Without a router there is no page at all, which the layout around this one says.
  return list === undefined || list.length > 0
}
