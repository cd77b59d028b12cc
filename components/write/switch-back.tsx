'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { Button } from '@/components/ui/button'
import { answerOf } from '@/lib/failure/in-browser'

import { useOwnAccount } from './account-context'

/** Chooses the account again that the page was made for. What was typed stays, and can be sent then. */
export function SwitchBack() {
  const t = useTranslations('ui.account')
  const own = useOwnAccount()
  const [state, setState] = useState<'asked' | 'pending' | 'done'>('asked')
  if (!own) return null
  const back = async () => {
    setState('pending')
    const { ok } = await answerOf(() => own.setProfile({ profile: own.profile }))
    setState(ok ? 'done' : 'asked')
  }
  return state === 'done' ? (
    <output>{t('isBack', { account: own.profile })}</output>
  ) : (
    <Button variant="link" pending={state === 'pending'} onClick={() => void back()}>
      {t('back', { account: own.profile })}
    </Button>
  )
}
