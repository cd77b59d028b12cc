'use client'
import { useTranslations } from 'next-intl'

import { Alert } from '@/components/ui/alert'
import { Code, CopyableCode } from '@/components/ui/code'
import { TextLink } from '@/components/ui/text-link'
import { useMessage } from '@/lib/i18n/use-message'
import { routes } from '@/lib/navigation/routes'
import { type ActionFailure, APPROVAL_ASKED, OTHER_ACCOUNT } from '@/lib/request/result'

import { SwitchBack } from './switch-back'

const toneOf = ({ code, outcome }: ActionFailure) => {
  if (code === APPROVAL_ASKED) return 'info'
  return outcome === 'unknown' ? 'warning' : 'error'
}

/** An action that failed: what was said, the cloud's code, the request id to copy. */
export function FailureAlert({ failure }: { failure: ActionFailure }) {
  const t = useTranslations('ui')
  const translate = useMessage()
  return (
    <Alert tone={toneOf(failure)}>
      <p>{translate(failure.message)}</p>
      {failure.busy && (
        <p>{t('sentAgain', { code: failure.busy.code, count: failure.busy.again + 1 })}</p>
      )}
      {failure.code === OTHER_ACCOUNT && <SwitchBack />}
      {failure.operationId && (
        <TextLink href={routes.operation(failure.operationId)}>{t('error.operation')}</TextLink>
      )}
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
