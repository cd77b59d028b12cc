'use client'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'

import { useOpenAttachment } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/open-attachment'
import { Reach } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/routing/reach'
import { useBackWords } from '@/components/transit-router/use-back-words'
import { useReachWords } from '@/components/transit-router/use-reach-words'
import { Badge } from '@/components/ui/badge'
import { Table } from '@/components/ui/table'
import type { TableColumn } from '@/components/ui/table-model'
import type { Difference, Outcome } from '@/lib/route-tables/difference'
import type { Tone } from '@/lib/states/tone'

import { Findings } from './findings'
import { OutcomeCards } from './outcome-cards'
import { useWholeWay, type WholeChange } from './use-whole-way'

/** Fewer rows than this are drawn at once. */
const LONG = 50

const tones: Record<Outcome, Tone> = {
  lost: 'error',
  caught: 'warning',
  'next-hop': 'warning',
  gained: 'ok',
  told: 'neutral',
  own: 'off',
  kept: 'neutral',
}

type DifferenceTableProps = Parameters<typeof useWholeWay>[0] & { difference: Difference }

/** What happens to each prefix, lost ones first, with counts that filter. */
export function DifferenceTable(preview: DifferenceTableProps) {
  const { difference } = preview
  const t = useTranslations('attachment.difference')
  const { side } = useReachWords(useOpenAttachment().router)
  const backOf = useBackWords(useOpenAttachment().router)
  const changes = useWholeWay(preview)
  const [chosen, setChosen] = useState<Outcome | undefined>()
  const rows = useMemo(
    () => changes.filter(({ outcome }) => !chosen || outcome === chosen),
    [changes, chosen],
  )
  const columns = useMemo((): TableColumn<WholeChange>[] => {
    const word = ({ outcome, partly }: WholeChange) =>
      t(`outcome.${outcome}`, { partly: String(partly) })
    return [
      { id: 'prefix', header: t('prefix'), value: (row) => row.prefix, mono: true, width: 'w-36' },
      {
        id: 'now',
        header: t('now'),
        width: 'w-1/4',
        value: (row) => side(row.now, row),
        cell: (row) => <Reach change={row} side="now" />,
      },
      {
        id: 'after',
        header: t('after'),
        value: (row) => side(row.after, row),
        cell: (row) => <Reach change={row} side="after" />,
      },
      {
        id: 'told',
        header: t('advertised'),
        value: ({ telling }) =>
          telling ? t(`telling.${telling.word}`, { priority: telling.priority ?? 0 }) : undefined,
        choices: ({ telling }) => telling?.word ?? '',
      },
      { id: 'back', header: t('return'), value: ({ back }) => backOf(back) },
      {
        id: 'outcome',
        header: t('effect'),
        width: 'w-32',
        value: word,
        cell: (row) => <Badge tone={tones[row.outcome]}>{word(row)}</Badge>,
      },
    ]
  }, [t, side, backOf])
  return (
    <>
      <OutcomeCards counts={difference.counts} chosen={chosen} onChoose={setChosen} />
      <Findings changes={changes} />
      <Table
        name="route-difference"
        label={t('label')}
        prefix="difference"
        columns={columns}
        rows={rows}
        rowId={(row) => `${row.prefix} ${row.outcome}`}
        long={rows.length > LONG}
        empty={<p className="px-6 py-6 text-center text-muted">{t('empty')}</p>}
      />
    </>
  )
}
