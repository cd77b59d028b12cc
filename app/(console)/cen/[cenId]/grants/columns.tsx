'use client'
import { useTranslations } from 'next-intl'

import { usePayerWord } from '@/components/grant/use-payer-word'
import { useRegionName } from '@/components/region/use-region-name'
import { CopyableCode } from '@/components/ui/code'
import type { TableColumn } from '@/components/ui/table-model'
import { TextLink } from '@/components/ui/text-link'
import type { Attachment } from '@/lib/attachments/schema'
import type { Grant } from '@/lib/grants/schema'
import { routes } from '@/lib/navigation/routes'
import type { TransitRouter } from '@/lib/transit-routers/schema'

export interface ReceivedGrant extends Grant {
  /** The router that could attach the connection: the one of its region. */
  router: TransitRouter | undefined
  /** What was made of the grant. */
  attachment: Attachment | undefined
}

export function useReceivedColumns(): TableColumn<ReceivedGrant>[] {
  const t = useTranslations('grants')
  const payer = usePayerWord()
  const regionName = useRegionName()
  return [
    {
      id: 'connection',
      header: t('columns.connection'),
      value: ({ childInstanceId }) => childInstanceId,
      cell: ({ childInstanceId }) => <CopyableCode text={childInstanceId} />,
    },
    {
      id: 'owner',
      header: t('columns.owner'),
      value: ({ childInstanceOwnerId }) => childInstanceOwnerId,
      cell: ({ childInstanceOwnerId }) => <CopyableCode text={childInstanceOwnerId} />,
    },
    {
      id: 'region',
      header: t('columns.region'),
      value: ({ childInstanceRegionId }) => regionName(childInstanceRegionId),
      choices: ({ childInstanceRegionId }) => childInstanceRegionId,
    },
    {
      id: 'payer',
      header: t('columns.payer'),
      value: ({ effectiveOrderType, orderType }) => payer(effectiveOrderType || orderType),
    },
    {
      id: 'created',
      header: t('columns.created'),
      value: ({ createTime }) => createTime,
      moment: 'minute',
    },
    {
      id: 'state',
      header: t('columns.state'),
      value: ({ attachment }) => t(attachment ? 'received.attached' : 'received.free'),
      cell: (grant) => <Made grant={grant} />,
      choices: ({ attachment }) => (attachment ? 'attached' : 'free'),
    },
  ]
}

/** The attachment, or the way to it. */
function Made({ grant }: { grant: ReceivedGrant }) {
  const t = useTranslations('grants.received')
  const { cenId, router, attachment, childInstanceId: vpnId, childInstanceOwnerId } = grant
  if (!router) return <span className="text-muted">{t('noRouter')}</span>
  const { transitRouterId } = router
  if (attachment)
    return (
      <TextLink
        href={routes.attachment(cenId, transitRouterId, attachment.transitRouterAttachmentId)}
      >
        {t('attached')}
      </TextLink>
    )
  return (
    <TextLink
      href={routes.attachGranted(cenId, transitRouterId, {
        vpnId,
        vpnOwnerId: childInstanceOwnerId,
      })}
    >
      {t('attach')}
    </TextLink>
  )
}
