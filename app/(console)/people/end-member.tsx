'use client'
import { useTranslations } from 'next-intl'

import { WriteDialog } from '@/components/write/write-dialog'
import type { Member } from '@/lib/people/schema'

import { endFactors, setDisabled } from './actions'

interface EndMemberProps {
  /** `factors`: for somebody who lost what shows the codes, or the passkeys. */
  what: 'disable' | 'factors'
  member: Member
  onClose: () => void
}

/** Asks before somebody is disabled, or loses the second factors. */
export function EndMember({ what, member, onClose }: EndMemberProps) {
  const t = useTranslations('people')
  const { personId, name } = member
  const body =
    what === 'factors' && member.secondFactorRequired ? 'factors.bodyRequired' : undefined
  return (
    <WriteDialog
      danger
      title={t(`${what}.title`, { name })}
      confirmLabel={t(`${what}.open`)}
      words={{ running: t(`${what}.running`, { name }), done: t(`${what}.done`, { name }) }}
      action={({ disabled, ...whom }, nonce) =>
        disabled ? setDisabled({ ...whom, disabled }, nonce) : endFactors(whom, nonce)
      }
      input={{ personId, disabled: what === 'disable' }}
      onClose={onClose}
    >
      <p>{t(body ?? `${what}.body`, { name })}</p>
    </WriteDialog>
  )
}
