'use client'
import { useTranslations } from 'next-intl'

import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { FailureAlert } from '@/components/write/failure-alert'
import { useWrite } from '@/components/write/use-write'
import type { Member } from '@/lib/people/schema'

import { setDisabled } from './actions'

export function Disable({ member, onClose }: { member: Member; onClose: () => void }) {
  const t = useTranslations('people.disable')
  const { write, pending, failure } = useWrite()
  const { personId, name } = member
  const run = async () => {
    const result = await write(
      { running: t('running', { name }), done: t('done', { name }) },
      setDisabled,
      { personId, disabled: true },
    )
    if (result.ok) onClose()
  }
  return (
    <ConfirmDialog
      open
      danger
      title={t('title', { name })}
      confirmLabel={t('open')}
      pending={pending}
      error={failure && <FailureAlert failure={failure} />}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      <p>{t('body', { name })}</p>
    </ConfirmDialog>
  )
}
