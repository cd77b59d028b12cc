'use client'
import { useTranslations } from 'next-intl'

import { QueryError } from '@/lib/failure/in-browser'
import { useMessage } from '@/lib/i18n/use-message'

import { Alert } from './alert'
import { Button } from './button'
import { Code, CopyableCode } from './code'

/** Failures of the console itself, which have no request id. */
const ownWords = new Map([
  ['NoConsole', 'error.unreachable'],
  ['DatabaseUnavailable', 'error.noDatabase'],
] as const)

interface ErrorStateProps {
  error: Error
  onRetry?: () => void
  /** What could not be read, as a whole sentence. */
  title?: string
}

/** A read that failed: what failed, the cloud's code and words, the request id to copy, a way to try again. */
export function ErrorState({ error, onRetry, title }: ErrorStateProps) {
  const t = useTranslations('ui')
  const translate = useMessage()
  const known = error instanceof QueryError ? error : undefined
  const own = ownWords.get((known?.code ?? '') as 'NoConsole')
  return (
    <Alert
      tone="error"
      title={title ?? t('error.title')}
      actions={
        onRetry && (
          <Button variant="link" onClick={onRetry}>
            {t('retry')}
          </Button>
        )
      }
    >
      <span>{own ? t(own) : known?.said ? translate(known.said) : t('error.unknown')}</span>
      {known && !own && (
        <span className="mt-1 flex flex-wrap items-center gap-x-4">
          <Code className="text-muted">{known.code}</Code>
          {known.requestId && (
            <span className="inline-flex items-center gap-1.5 text-muted">
              {t('error.requestId')} <CopyableCode text={known.requestId} />
            </span>
          )}
        </span>
      )}
    </Alert>
  )
}
