'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent } from 'react'

import { ReadOnlyRow } from '@/components/form/field-shell'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/text-link'
import { routes } from '@/lib/navigation/routes'
import { whenDoneElsewhere } from '@/lib/people/done-elsewhere'

interface ElsewhereProps {
  /** Signing in again, or proving to be there. */
  purpose: 'again' | 'prove'
  /** Of the person the page was made for. */
  email: string
  /** Who says who people are. */
  provider: string
  onDone: () => void
  onCancel: () => void
}

/** Leads to the provider in another tab, so that this page stays as it is, and goes on when it is done there. */
export function Elsewhere({ purpose, email, provider, onDone, onCancel }: ElsewhereProps) {
  const t = useTranslations('shell')
  const done = useEffectEvent(onDone)
  useEffect(() => whenDoneElsewhere(purpose, email, () => done()), [purpose, email])
  return (
    <div className="flex flex-col gap-4">
      <ReadOnlyRow label={t('signInAgain.as')}>
        <bdi>{email}</bdi>
      </ReadOnlyRow>
      <div className="flex items-center gap-2.5 border-t border-line pt-4">
        <ButtonLink
          variant="primary"
          href={routes.signInElsewhere(purpose, email)}
          target="_blank"
          rel="noopener"
        >
          {t('elsewhere.open', { provider })}
        </ButtonLink>
        <Button onClick={onCancel}>{t('elsewhere.cancel')}</Button>
      </div>
    </div>
  )
}
