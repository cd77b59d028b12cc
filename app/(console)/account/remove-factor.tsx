'use client'
import { useTranslations } from 'next-intl'

import { WriteDialog } from '@/components/write/write-dialog'

import { removeAuthenticator } from './actions'

export function RemoveFactor({ onClose }: { onClose: () => void }) {
  const t = useTranslations('account.factors.remove')
  return (
    <WriteDialog
      ofOneself
      danger
      title={t('title')}
      confirmLabel={t('open')}
      words={{ running: t('running'), done: t('done') }}
      action={removeAuthenticator}
      input={{}}
      onClose={onClose}
    >
      <p>{t('body')}</p>
    </WriteDialog>
  )
}
