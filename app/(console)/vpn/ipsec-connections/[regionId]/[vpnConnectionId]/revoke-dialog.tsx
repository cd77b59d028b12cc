'use client'
import { useTranslations } from 'next-intl'

import { Code } from '@/components/ui/code'
import { WriteDialog } from '@/components/write/write-dialog'

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
  return (
    <WriteDialog
      danger
      title={t('title')}
      confirmLabel={t('open')}
      words={{ running: t('running', { cen: cenId }), done: t('done', { cen: cenId }) }}
      action={revokeFromCen}
      input={{ regionId, instanceId, cenId, cenOwnerId }}
      onClose={onClose}
    >
      <p>
        {t.rich('body', {
          cen: () => <Code>{cenId}</Code>,
          account: () => <Code>{cenOwnerId}</Code>,
        })}
      </p>
    </WriteDialog>
  )
}
