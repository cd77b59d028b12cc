'use client'
import { useTranslations } from 'next-intl'

import { useOwnAccount } from '@/components/write/account-context'
import { notify } from '@/lib/notices/store'

import { ACCOUNT, idOf } from './link-account'

/** Copies the address of what is seen, with the account it is seen in. */
export function useCopyLink(): () => void {
  const t = useTranslations('shell.link')
  const own = useOwnAccount()
  return () => {
    const address = new URL(window.location.href)
    const current = own?.accounts.find(({ name }) => name === own.profile)
    if (current) address.searchParams.set(ACCOUNT, idOf(current))
    void navigator.clipboard
      .writeText(address.href)
      .then(() => notify({ id: 'link', state: 'done', text: t('copied') }))
  }
}
