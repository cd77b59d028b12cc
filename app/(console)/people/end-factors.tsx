'use client'
import { useTranslations } from 'next-intl'

import { WriteDialog } from '@/components/write/write-dialog'
import type { Member } from '@/lib/people/schema'

import { endFactors } from './actions'

/** For somebody who lost what shows the codes. */
export function EndFactors({ member, onClose }: { member: Member; onClose: () => void }) {
  const t = useTranslations('people.factors')
  const { personId, name } = member
  return (
    <WriteDialog
      danger
      title={t('title', { name })}
      confirmLabel={t('open')}
      words={{ running: t('running', { name }), done: t('done', { name }) }}
      action={endFactors}
      input={{ personId }}
      onClose={onClose}
    >
      <p>{t(member.secondFactorRequired ? 'bodyRequired' : 'body', { name })}</p>
    </WriteDialog>
  )
}
