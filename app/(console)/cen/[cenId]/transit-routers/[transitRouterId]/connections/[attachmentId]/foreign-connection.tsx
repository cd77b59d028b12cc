'use client'
import { useTranslations } from 'next-intl'

import { Alert } from '@/components/ui/alert'
import { CopyableCode } from '@/components/ui/code'

import { useOpenAttachment } from './open-attachment'

/** In the place of what only the account that owns the connection can read. */
export function ForeignConnection() {
  const t = useTranslations('attachment.foreign')
  const { attachment } = useOpenAttachment()
  return (
    <Alert title={t('title')}>
      {t.rich('body', {
        connection: () => <CopyableCode text={attachment.resourceId} />,
        account: () => <CopyableCode text={attachment.resourceOwnerId} />,
      })}
    </Alert>
  )
}
