'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'

import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { FailureAlert } from '@/components/write/failure-alert'
import { useWrite } from '@/components/write/use-write'
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
          <Button pending={pending} onClick={() => void open()}>
            {t('open')}
          </Button>
        }
      >
        {t('body')}
      </Alert>
      {failure && <FailureAlert failure={failure} />}
    </div>
  )
}
