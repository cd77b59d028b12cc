'use client'
import { useTranslations } from 'next-intl'

import { usePayerWord } from '@/components/grant/use-payer-word'
import { WriteDialog } from '@/components/write/write-dialog'

import { setPayer } from './grant-actions'
import { useOpenConnection } from './open-connection'
import type { GivenGrant } from './use-grants'

interface PayerDialogProps {
  grant: GivenGrant
  onClose: () => void
}

/** There are two who can pay; this makes it the other one. */
export function PayerDialog({ grant: { cenId, orderType }, onClose }: PayerDialogProps) {
  const t = useTranslations('grants.payer')
  const word = usePayerWord()
  const { regionId, vpnConnectionId: instanceId } = useOpenConnection()
  const other = orderType === 'PayByCenOwner' ? 'PayByResourceOwner' : 'PayByCenOwner'
  return (
    <WriteDialog
      title={t('title')}
      confirmLabel={t('open')}
      words={{ running: t('running', { cen: cenId }), done: t('done', { cen: cenId }) }}
      action={setPayer}
      input={{ regionId, instanceId, cenId, orderType: other }}
      onClose={onClose}
    >
      <p>{t('body', { now: word(orderType), next: word(other), cen: cenId })}</p>
    </WriteDialog>
  )
}
