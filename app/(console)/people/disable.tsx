'use client'
import { useTranslations } from 'next-intl'

import { WriteDialog } from '@/components/write/write-dialog'
import type { Member } from '@/lib/people/schema'

import { setDisabled } from './actions'

export function Disable({ member, onClose }: { member: Member; onClose: () => void }) {
  const t = useTranslations('people.disable')
  const { personId, name } = member
  return (
    <WriteDialog
      danger
      title={t('title', { name })}
      confirmLabel={t('open')}
      words={{ running: t('running', { name }), done: t('done', { name }) }}
      action={setDisabled}
      input={{ personId, disabled: true }}
      onClose={onClose}
    >
      <p>{t('body', { name })}</p>
    </WriteDialog>
  )
}
