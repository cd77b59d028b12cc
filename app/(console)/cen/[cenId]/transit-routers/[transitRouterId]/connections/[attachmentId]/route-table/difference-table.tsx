'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'

import { Reach } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/routing/reach'
import { Badge } from '@/components/ui/badge'
import { Table } from '@/components/ui/table'
import type { TableColumn } from '@/components/ui/table-model'
import type { ComparedRow, ComparisonPage } from '@/lib/route-tables/comparison'
import type { Outcome } from '@/lib/route-tables/difference'
import type { Tone } from '@/lib/states/tone'

import { Findings } from './findings'
import { OutcomeCards } from './outcome-cards'
import { DIFFERENCE } from './use-preview'

const tones: Record<Outcome, Tone> = {
  lost: 'error',
  caught: 'warning',
  'next-hop': 'warning',
  gained: 'ok',
  told: 'neutral',
  own: 'off',
  kept: 'neutral',
}

/** The columns of a difference, in the words that the server gave each row. */
export function useDifferenceColumns(): TableColumn<ComparedRow>[] {
  const t = useTranslations('attachment.difference')
  return useMemo(
    () => [
      { id: 'prefix', header: t('prefix'), value: (row) => row.prefix, mono: true, width: 'w-36' },
      {
        id: 'now',
        header: t('now'),
        width: 'w-1/4',
        value: ({ words }) => words.now,
        cell: (row) => <Reach row={row} side="now" />,
      },
      {
        id: 'after',
        header: t('after'),
        value: ({ words }) => words.after,
        cell: (row) => <Reach row={row} side="after" />,
      },
      {
        id: 'told',
        header: t('advertised'),
        value: ({ words }) => words.told || undefined,
        choices: ({ telling }) => telling ?? '',
      },
      { id: 'back', header: t('return'), value: ({ words }) => words.back || undefined },
      {
        id: 'outcome',
        header: t('effect'),
        width: 'w-32',
        value: ({ words }) => words.outcome,
        cell: ({ outcome, words }) => <Badge tone={tones[outcome]}>{words.outcome}</Badge>,
      },
    ],
    [t],
  )
}

interface DifferenceTableProps {
  page: ComparisonPage
  columns: readonly TableColumn<ComparedRow>[]
  outcome: Outcome | undefined
  onChoose: (outcome: Outcome | undefined) => void
  /** Reads every row that matches. */
  all: () => Promise<readonly ComparedRow[]>
}

/** What happens to each prefix, lost ones first, with counts that filter. */
export function DifferenceTable({ page, columns, outcome, onChoose, all }: DifferenceTableProps) {
  const t = useTranslations('attachment.difference')
  return (
    <>
      <OutcomeCards counts={page.counts} chosen={outcome} onChoose={onChoose} />
      <Findings {...page.findings} />
      <Table
        name="route-difference"
        label={t('label')}
        prefix={DIFFERENCE}
        columns={columns}
        rows={page.rows}
        rowId={(row) => `${row.prefix} ${row.outcome}`}
        remote={{
          total: page.total,
          choices: { told: page.tellings.map(({ word, label }) => ({ value: word, label })) },
          all,
        }}
        empty={<p className="px-6 py-6 text-center text-muted">{t('empty')}</p>}
      />
    </>
  )
}
