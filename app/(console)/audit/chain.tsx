'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'

import { Button } from '@/components/ui/button'
import { Status } from '@/components/ui/status'
import { auditChain } from '@/lib/audit/queries'

/** Checks on request that no line was changed or removed since it was written. */
export function Chain() {
  const t = useTranslations('audit.chain')
  const { data, error, isFetching, refetch } = useQuery(auditChain())
  return (
    <p className="mb-3 flex flex-wrap items-center gap-3">
      <Button pending={isFetching} onClick={() => void refetch()}>
        {t('check')}
      </Button>
      <output>
        {isFetching ? null : error ? (
          <Status tone="warning">{t('unread')}</Status>
        ) : data?.brokenAt !== undefined ? (
          <Status tone="error">{t('broken', { id: data.brokenAt, lines: data.lines })}</Status>
        ) : data?.keptId !== undefined ? (
          <Status tone="error">{t('cut', { last: data.cutFrom ?? 0, kept: data.keptId })}</Status>
        ) : data?.isEndForged ? (
          <Status tone="error">{t('forged', { lines: data.lines })}</Status>
        ) : (
          data && <Status tone="ok">{t('intact', { lines: data.lines })}</Status>
        )}
      </output>
    </p>
  )
}
