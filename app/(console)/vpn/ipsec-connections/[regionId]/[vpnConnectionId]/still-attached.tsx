'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'

import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { TextLink } from '@/components/ui/text-link'
import { attachmentList } from '@/lib/attachments/queries'
import { cenList } from '@/lib/cen/queries'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'
import { routes } from '@/lib/navigation/routes'

import { CenName } from './cen-name'

interface StillAttachedProps {
  connection: IpsecConnection
  onClose: () => void
}

/** Why the connection cannot be deleted, and where what it is attached to can be. */
export function StillAttached({ connection, onClose }: StillAttachedProps) {
  const t = useTranslations('ipsecConnections.delete')
  const { regionId, attachType, attachInstanceId, name, vpnConnectionId } = connection
  return (
    <Dialog
      open
      title={t('refused', { name: name || vpnConnectionId })}
      onClose={onClose}
      footer={<Button onClick={onClose}>{t('close')}</Button>}
    >
      {attachType === 'CEN' ? (
        <p>
          {t.rich('attached', { cen: () => <CenName cenId={attachInstanceId} /> })}{' '}
          <Holder connection={connection} />
        </p>
      ) : (
        <p>{t('elsewhere', { type: attachType, region: regionId })}</p>
      )}
    </Dialog>
  )
}

/** The attachment, where the account may see it; else who can delete it. */
function Holder({ connection }: Pick<StillAttachedProps, 'connection'>) {
  const t = useTranslations('ipsecConnections.delete')
  const { regionId, attachInstanceId: cenId, transitRouterId, vpnConnectionId } = connection
  const { data: cens } = useQuery(cenList())
  const own = cens?.some((cen) => cen.cenId === cenId)
  const { data: attachments } = useQuery({
    ...attachmentList({ cenId, regionId, transitRouterId, resourceType: 'VPN' }),
    enabled: own === true,
  })
  const attachment = attachments?.find(({ resourceId }) => resourceId === vpnConnectionId)
  if (own === false) return t('foreign')
  if (!attachment) return null
  const { transitRouterAttachmentId: id, transitRouterAttachmentName: name } = attachment
  return t.rich('first', {
    attachment: () => (
      <TextLink href={routes.attachment(cenId, transitRouterId, id)}>
        <bdi>{name || id}</bdi>
      </TextLink>
    ),
  })
}
