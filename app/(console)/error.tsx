'use client'
import { useTranslations } from 'next-intl'

import { Button } from '@/components/ui/button'
import { CopyableCode } from '@/components/ui/code'
import { EmptyState } from '@/components/ui/empty-state'

interface ErrorPageProps {
  /** Only its digest is for the reader; it leads to the line in the log. */
  error: Error & { digest?: string }
  reset: () => void
}

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const t = useTranslations()
  return (
    <EmptyState
      title={<h1>{t('shell.broken.title')}</h1>}
      action={<Button onClick={reset}>{t('ui.retry')}</Button>}
    >
      {t('shell.broken.body')} {error.digest && <CopyableCode text={error.digest} />}
    </EmptyState>
  )
}
