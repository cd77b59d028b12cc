'use client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useId } from 'react'

import { Updated } from '@/components/query/updated'
import { useStateWord } from '@/components/resource/state'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Input } from '@/components/ui/input'
import { Table } from '@/components/ui/table'
import { auditOutcomes } from '@/lib/audit/params'
import { allWrites, auditChoices, auditPage } from '@/lib/audit/queries'

import { Chain } from './chain'
import { useAuditColumns } from './columns'
import { usePeriod, useSearch } from './use-search'

const POLL_MS = 30_000

/** What was written to the cloud, newest first. */
export function AuditTable() {
  const t = useTranslations('audit')
  const { days, operationId, change, last } = usePeriod()
  const word = useStateWord()
  const columns = useAuditColumns()
  const search = useSearch(columns)
  const query = useQuery({
    ...auditPage(search),
    refetchInterval: POLL_MS,
    placeholderData: keepPreviousData,
  })
  const { data: choices } = useQuery(auditChoices())
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
      <Chain />
      <Table
        name="audit"
        label={t('title')}
        columns={columns}
        rows={query.data?.writes}
        rowId={({ id }) => String(id)}
        error={query.error}
        onRetry={() => void query.refetch()}
        actions={
          <>
            <Button onClick={() => last(1)}>{t('today')}</Button>
            <Button onClick={() => last(7)}>{t('week')}</Button>
            {(['from', 'until'] as const).map((end) => (
              <Day key={end} label={t(end)} day={days[end]} onDay={(day) => change(end, day)} />
            ))}
          </>
        }
        note={<Updated query={query} />}
        remote={{
          total: query.data?.total ?? 0,
          choices: {
            actor: asOptions(choices?.actor),
            person: asOptions(choices?.person),
            action: asOptions(choices?.action),
            outcome: auditOutcomes.map((value) => ({ value, label: word('write', value) })),
          },
          all: () => allWrites(search),
        }}
        empty={<EmptyState title={t('empty.title')}>{t('empty.body')}</EmptyState>}
      />
    </>
  )
}

const asOptions = (values: readonly string[] = []) =>
  values.map((value) => ({ value, label: value }))

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
