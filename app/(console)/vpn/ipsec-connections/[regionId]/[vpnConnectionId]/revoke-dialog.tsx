'use client'
import { useTranslations } from 'next-intl'

import { Code } from '@/components/ui/code'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { FailureAlert } from '@/components/write/failure-alert'
import { useWrite } from '@/components/write/use-write'

import { revokeFromCen } from './grant-actions'
import { useOpenConnection } from './open-connection'
import type { GivenGrant } from './use-grants'

interface RevokeDialogProps {
  grant: GivenGrant
  onClose: () => void
}

export function RevokeDialog({ grant: { cenId, cenOwnerId }, onClose }: RevokeDialogProps) {
  const t = useTranslations('grants.revoke')
  const { regionId, vpnConnectionId: instanceId } = useOpenConnection()
  const { write, pending, failure } = useWrite()
  const run = async () => {
    const words = { running: t('running', { cen: cenId }), done: t('done', { cen: cenId }) }
    const result = await write(words, revokeFromCen, { regionId, instanceId, cenId, cenOwnerId })
    if (result.ok) onClose()
  }
  return (
    <ConfirmDialog
      open
      danger
      title={t('title')}
      confirmLabel={t('open')}
      pending={pending}
      error={failure && <FailureAlert failure={failure} />}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      <p>
        {t.rich('body', {
          cen: () => <Code>{cenId}</Code>,
          account: () => <Code>{cenOwnerId}</Code>,
        })}
      </p>
    </ConfirmDialog>
  )
}
