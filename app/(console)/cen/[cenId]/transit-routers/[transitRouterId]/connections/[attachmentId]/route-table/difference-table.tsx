'use client'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'

import { Reach } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/routing/reach'
import { useReachWords } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/routing/use-reach-words'
import { Badge } from '@/components/ui/badge'
import { type Tone } from '@/components/ui/status'
import { Table } from '@/components/ui/table'
import type { TableColumn } from '@/components/ui/table-model'
import type { Difference, Outcome, PrefixChange } from '@/lib/route-tables/difference'

import { OutcomeCards } from './outcome-cards'

/** Fewer rows than this are drawn at once. */
const LONG = 50

const tones: Record<Outcome, Tone> = {
  lost: 'error',
  'next-hop': 'warning',
  gained: 'ok',
  own: 'off',
  kept: 'neutral',
}

/** What happens to each prefix, lost ones first, with counts that filter. */
export function DifferenceTable({ difference }: { difference: Difference }) {
  const t = useTranslations('attachment.difference')
  const { side } = useReachWords()
  const [chosen, setChosen] = useState<Outcome | undefined>()
  const rows = useMemo(
    () => difference.changes.filter(({ outcome }) => !chosen || outcome === chosen),
    [difference, chosen],
  )
  const columns = useMemo((): TableColumn<PrefixChange>[] => {
    const word = ({ outcome, partly }: PrefixChange) =>
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
        id: 'outcome',
        header: t('effect'),
        width: 'w-32',
        value: word,
        cell: (row) => <Badge tone={tones[row.outcome]}>{word(row)}</Badge>,
      },
    ]
  }, [t, side])
  return (
    <>
      <OutcomeCards counts={difference.counts} chosen={chosen} onChoose={setChosen} />
      <Table
        name="route-difference"
        label={t('label')}
        prefix="difference"
        columns={columns}
        rows={rows}
        rowId={(row) => `${row.prefix} ${row.outcome === 'gained'}`}
        long={rows.length > LONG}
        empty={<p className="px-6 py-6 text-center text-muted">{t('empty')}</p>}
      />
    </>
  )
}
