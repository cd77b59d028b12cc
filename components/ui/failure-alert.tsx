'use client'
import { useTranslations } from 'next-intl'

import { useMessage } from '@/lib/i18n/use-message'
import type { ActionFailure } from '@/lib/result'

import { Alert } from './alert'
import { Code, CopyableCode } from './code'

/** An action that failed: what was said, the cloud's code, the request id to copy. */
export function FailureAlert({ failure }: { failure: ActionFailure }) {
  const t = useTranslations('ui')
  const translate = useMessage()
  return (
    <Alert tone={failure.outcome === 'unknown' ? 'warning' : 'error'}>
      <p>{translate(failure.message)}</p>
      {(failure.code || failure.requestId) && (
        <p className="mt-1 flex flex-wrap items-center gap-x-4 text-muted">
          {failure.code && <Code>{failure.code}</Code>}
          {failure.requestId && (
            <span className="inline-flex items-center gap-1.5">
              {t('error.requestId')} <CopyableCode text={failure.requestId} />
            </span>
          )}
        </p>
      )}
    </Alert>
  )
}
