'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'

import { NoAttachment } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/no-attachment'
import { AttachmentStatus } from '@/components/operation/mark'
import { useRouterAttachments } from '@/components/transit-router/use-router-attachments'
import { CopyableCode } from '@/components/ui/code'
import { Drawer } from '@/components/ui/drawer'
import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import { Tabs } from '@/components/ui/tabs'
import { useKeepingQuery } from '@/components/ui/use-address-state'
import { useHydrated } from '@/components/ui/use-hydrated'
import { routes } from '@/lib/navigation/routes'
import { withoutOperation } from '@/lib/tags/operation-tag'
import { isAttachmentId } from '@/lib/text/ids'

import { DeletionProgress } from './delete/progress'
import { MODIFY, OpenAttachmentProvider } from './open-attachment'
import { FollowedAlert } from './route-table/followed-alert'
import { useFollowed } from './route-table/followed-operation'

interface AttachmentPanelProps {
  cenId: string
  transitRouterId: string
  attachmentId: string
  /** The open tab. */
  children: ReactNode
}

/** Attachment Details over the list of connections: the attachment with its tabs, or why there is none. */
export function AttachmentPanel(props: AttachmentPanelProps) {
  const { cenId, transitRouterId, attachmentId, children } = props
  const t = useTranslations('attachment')
  const navigation = useRouter()
  const keeping = useKeepingQuery()
  const close = () =>
    navigation.push(keeping(routes.connections(cenId, transitRouterId), [MODIFY, 'created']))
  const found = useAttachment(props)
  const { followed } = useFollowed()
  const deletion = found.state === 'gone' && followed?.kind === 'delete' ? followed : undefined
  if (!deletion && (found.state === 'unknown' || found.state === 'gone'))
    return <NoAttachment why={found.state} />
  if (found.state !== 'open')
    return (
      <Drawer title={t('title')} onClose={close}>
        {found.state === 'loading' && <LoadingPanel />}
        {found.state === 'failed' && <ErrorState error={found.error} onRetry={found.retry} />}
        {deletion && <DeletionProgress followed={deletion} transitRouterId={transitRouterId} />}
      </Drawer>
    )
  const { attachment, router } = found
  const isVpn = attachment.resourceType === 'VPN'
  const tab = (name: 'ipsec-connection' | 'diagnosis' | 'device' | 'routes' | 'tags') =>
    keeping(routes.attachmentTab(cenId, transitRouterId, attachmentId, name), [MODIFY])
  return (
    <OpenAttachmentProvider value={{ attachment, router }}>
      <Drawer
        title={<bdi>{attachment.transitRouterAttachmentName || attachmentId}</bdi>}
        subtitle={
          <span className="flex flex-wrap items-center gap-x-2">
            <AttachmentStatus attachmentId={attachmentId} status={attachment.status} />
            <CopyableCode text={attachmentId} className="text-muted" />
          </span>
        }
        onClose={close}
        below={<FollowedAlert />}
        tabs={
          <Tabs
            label={t('title')}
            tabs={[
              {
                href: keeping(routes.attachment(cenId, transitRouterId, attachmentId), [MODIFY]),
                label: t('tabs.details'),
              },
              ...(isVpn
                ? [
                    { href: tab('ipsec-connection'), label: t('tabs.ipsecConnection') },
                    { href: tab('diagnosis'), label: t('tabs.diagnosis') },
                    { href: tab('device'), label: t('tabs.device') },
                    { href: tab('routes'), label: t('tabs.routes') },
                  ]
                : []),
              {
                href: tab('tags'),
                label: t('tabs.tags'),
                count: withoutOperation(attachment.tags).length,
              },
            ]}
          />
        }
      >
        {children}
      </Drawer>
    </OpenAttachmentProvider>
  )
}

/** Looks the attachment up in the list of its router, which the page below polls too. */
function useAttachment({ cenId, transitRouterId, attachmentId }: AttachmentPanelProps) {
  const [seen, setSeen] = useState(false)
  // The list below may be read before a slow panel comes to life; what the server sent did not know it.
  const here = useHydrated()
  const possible = isAttachmentId(attachmentId)
  const { router, attachments, query } = useRouterAttachments({ cenId, transitRouterId })
  const attachment =
    possible && attachments?.find((one) => one.transitRouterAttachmentId === attachmentId)
  if (attachment && !seen) setSeen(true)
  if (!here) return { state: 'loading' } as const
  if (attachment && router) return { state: 'open', attachment, router } as const
  if (!possible) return { state: 'unknown' } as const
  if (query.error && !attachments)
    return { state: 'failed', error: query.error, retry: () => void query.refetch() } as const
  if (seen) return { state: 'gone' } as const
  return { state: query.isSuccess && !query.isFetching ? 'unknown' : 'loading' } as const
}

function LoadingPanel() {
  return (
    <div className="flex flex-col gap-3">
      {['w-40', 'w-80', 'w-64', 'w-72', 'w-56', 'w-60', 'w-48'].map((width) => (
        <Skeleton key={width} className={width} />
      ))}
    </div>
  )
}
