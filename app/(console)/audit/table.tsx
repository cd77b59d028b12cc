'use client'
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useId } from 'react'

import { type AuditRow, objectRefs, useActionWords } from '@/components/audit/cells'
import { useAuditColumns } from '@/components/audit/columns'
import { Updated } from '@/components/query/updated'
import { useHeld } from '@/components/query/use-held'
import { Objects } from '@/components/resource/object-name'
import { useStateWord } from '@/components/resource/state'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Input } from '@/components/ui/input'
import { Table } from '@/components/ui/table'
import type { InnerRows } from '@/components/ui/table-model'
import { useAddressState } from '@/components/ui/use-address-state'
import { auditOutcomes } from '@/lib/audit/params'
import { allWrites, auditChoices, auditPage, callsOf } from '@/lib/audit/queries'
import type { AuditedWrite, AuditGroup } from '@/lib/audit/schema'

import { Chain } from './chain'
import { Limits } from './limits'
import { usePeriod, useSearch } from './use-search'

const POLL_MS = 30_000

/** What a row is known by, while calls are added to its operation too. */
const idOf = ({ write, operation }: AuditGroup) => operation?.operationId ?? String(write.id)

/** What was written to the cloud, newest first, the calls of an operation within it. */
export function AuditTable() {
  const t = useTranslations('audit')
  const { days, operationId, change, last } = usePeriod()
  const word = useStateWord()
  const columns = useAuditColumns()
  const wordsOf = useActionWords()
  const search = useSearch(columns)
  const query = useQuery({
    ...auditPage(search),
    refetchInterval: POLL_MS,
    // What came with the page is not read again at once: lines of the meantime would push those that are being looked at.
    staleTime: POLL_MS,
    placeholderData: keepPreviousData,
  })
  const { data: choices } = useQuery(auditChoices())
  const {
    rows = query.data?.groups,
    fresh,
    show,
  } = useHeld({
    search: JSON.stringify(search),
    rows: query.isPlaceholderData ? undefined : query.data?.groups,
    at: query.dataUpdatedAt,
    idOf,
  })
  const inside = useCalls(rows ?? [], operationId)
  const shown = (rows ?? []).flatMap((row) => {
    const calls = inside.of(row)
    return [row, ...(Array.isArray(calls) ? calls : [])]
  })
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
      <Chain fresh={fresh} onFresh={show} />
      <Limits lookedTo={query.data?.lookedTo} />
      <Objects of={shown.flatMap(objectRefs)}>
        <Table
          name="audit"
          address={['from', 'until', 'operation']}
          label={t('title')}
          columns={columns}
          rows={rows}
          rowId={idOf}
          inside={inside}
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
          note={
            <Updated
              query={{ ...query, refetch: (options) => query.refetch(options).finally(show) }}
            />
          }
          remote={{
            total: query.data?.total ?? 0,
            isMore: query.data?.isMore ?? false,
            choices: {
              actor: asOptions(choices?.actor),
              person: asOptions(choices?.person),
              action: (choices?.action ?? []).map((value) => {
                const words = wordsOf(value)
                return { value, label: words === value ? value : `${words} (${value})` }
              }),
              outcome: auditOutcomes.map((value) => ({ value, label: word('write', value) })),
            },
            all: async () => (await allWrites(search)).map(asRow),
          }}
          empty={<EmptyState title={t('empty.title')}>{t('empty.body')}</EmptyState>}
        />
      </Objects>
    </>
  )
}

const asRow = (write: AuditedWrite): AuditRow => ({ write })

/** The calls within operations: which are open stands in the address; one that is asked for alone is open. */
function useCalls(rows: readonly AuditRow[], alone: string): InnerRows<AuditRow> {
  const t = useTranslations('audit')
  const kinds = useTranslations('operations.kind')
  const [opened = alone, setOpened] = useAddressState('open')
  const open = new Set(opened.split(',').filter(Boolean))
  const ids = rows.flatMap(({ operation }) =>
    operation && open.has(operation.operationId) ? [operation.operationId] : [],
  )
  const queries = useQueries({
    queries: ids.map((id) => ({ ...callsOf(id), refetchInterval: POLL_MS })),
  })
  return {
    has: ({ operation }) => operation !== undefined,
    open,
    toggle: (id) => {
      if (!open.delete(id)) open.add(id)
      setOpened([...open].join(',') || (alone ? '-' : undefined))
    },
    label: ({ operation }) =>
      t('openCalls', {
        operation: operation?.kind
          ? `${kinds(operation.kind)}: ${operation.subject}`
          : (operation?.operationId ?? ''),
      }),
    of: ({ operation }) => {
      const at = ids.indexOf(operation?.operationId ?? '')
      const query = queries[at]
      return query?.data?.map(asRow) ?? query?.error ?? undefined
    },
  }
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
