'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'

import { Alert } from '@/components/ui/alert'
import { FailureAlert } from '@/components/write/failure-alert'
import { useWrite } from '@/components/write/use-write'
import { WriteButton } from '@/components/write/write-button'
import { transitRouterService } from '@/lib/transit-routers/queries'

import { openService } from './actions'

/** Says that the account has not activated the transit router service yet, and activates it. */
export function RouterService() {
  const t = useTranslations('cen.service')
  const { data } = useQuery(transitRouterService())
  const { write, pending, failure } = useWrite()
  if (data?.enabled !== false) return null
  const open = () => write({ running: t('running'), done: t('done') }, openService, {})
  return (
    <div className="mb-4 flex flex-col gap-2">
      <Alert
        tone="warning"
        title={t('title')}
        actions={
          <WriteButton
            permission="transit-routers.write"
            pending={pending}
            onClick={() => void open()}
          >
            {t('open')}
          </WriteButton>
        }
      >
        {t('body')}
      </Alert>
      {failure && <FailureAlert failure={failure} />}
    </div>
  )
}
