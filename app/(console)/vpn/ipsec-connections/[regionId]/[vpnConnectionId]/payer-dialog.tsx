'use client'
import { useTranslations } from 'next-intl'

import { usePayerWord } from '@/components/grant/use-payer-word'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { FailureAlert } from '@/components/write/failure-alert'
import { useWrite } from '@/components/write/use-write'

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
  const { write, pending, failure } = useWrite()
  const other = orderType === 'PayByCenOwner' ? 'PayByResourceOwner' : 'PayByCenOwner'
  const run = async () => {
    const words = { running: t('running', { cen: cenId }), done: t('done', { cen: cenId }) }
    const result = await write(words, setPayer, { regionId, instanceId, cenId, orderType: other })
    if (result.ok) onClose()
  }
  return (
    <ConfirmDialog
      open
      title={t('title')}
      confirmLabel={t('open')}
      pending={pending}
      error={failure && <FailureAlert failure={failure} />}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      <p>{t('body', { now: word(orderType), next: word(other), cen: cenId })}</p>
    </ConfirmDialog>
  )
}
