'use client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useId, useMemo } from 'react'

import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Input } from '@/components/ui/input'
import { Table } from '@/components/ui/table'
import { Updated } from '@/components/updated'
import { auditList, MOST_LINES } from '@/lib/audit/queries'
import { toWrites } from '@/lib/audit/writes'

import { useAuditColumns } from './columns'
import { usePeriod } from './use-period'

const POLL_MS = 30_000

/** What was written to the cloud, newest first. */
export function AuditTable() {
  const t = useTranslations('audit')
  const { params, days, operationId, change } = usePeriod()
  const query = useQuery({
    ...auditList(params),
    refetchInterval: POLL_MS,
    placeholderData: keepPreviousData,
  })
  const rows = useMemo(() => query.data && toWrites(query.data), [query.data])
  return (
    <>
      {operationId && (
        <p className="mb-3 flex items-center gap-3 text-muted">
          {t('ofOperation', { id: operationId })}
          <Button variant="link" onClick={() => change('operation', '')}>
            {t('all')}
          </Button>
        </p>
      )}
      <Table
        name="audit"
        label={t('title')}
        columns={useAuditColumns()}
        rows={rows}
        rowId={({ id }) => String(id)}
        error={query.error}
        onRetry={() => void query.refetch()}
        actions={(['from', 'until'] as const).map((end) => (
          <Day key={end} label={t(end)} day={days[end]} onDay={(day) => change(end, day)} />
        ))}
        note={<Updated query={query} />}
        empty={<EmptyState title={t('empty.title')}>{t('empty.body')}</EmptyState>}
      />
      {query.data && query.data.length >= MOST_LINES && (
        <p className="mt-3 text-muted">{t('cut', { count: MOST_LINES })}</p>
      )}
    </>
  )
}

interface DayProps {
  label: string
  /** `2026-11-20`, or empty. */
  day: string
  onDay: (day: string) => void
}

function Day({ label, day, onDay }: DayProps) {
  const id = useId()
  return (
    <span className="flex items-center gap-1.5">
      <label htmlFor={id} className="text-label whitespace-nowrap text-muted">
        {label}
      </label>
      <Input
        id={id}
        type="date"
        value={day}
        className="w-36"
        onChange={(event) => onDay(event.target.value)}
      />
    </span>
  )
}
