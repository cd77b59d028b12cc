'use client'
import { useFormatter, useTranslations } from 'next-intl'

import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'

interface PartialFailureProps {
  /** What could not be read, in the reader's words; nothing is shown when there is none. */
  what: readonly string[]
  onRetry: () => void
}

/** Reads those lists again that failed. */
export const retryFailed =
  (lists: readonly { isError: boolean; refetch: () => unknown }[]) => () => {
    for (const { isError, refetch } of lists) if (isError) void refetch()
  }

/** Some of what a page lists could not be read: the rest stands, this says what is missing. */
export function PartialFailure({ what, onRetry }: PartialFailureProps) {
  const t = useTranslations('ui')
  const format = useFormatter()
  if (what.length === 0) return null
  return (
    <div className="mb-3">
      <Alert
        tone="warning"
        title={t('partial')}
        actions={
          <Button variant="link" onClick={onRetry}>
            {t('retry')}
          </Button>
        }
      >
        {format.list(what)}
      </Alert>
    </div>
  )
}
