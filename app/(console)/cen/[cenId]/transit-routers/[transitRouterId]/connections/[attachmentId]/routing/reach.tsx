'use client'
import { useTranslations } from 'next-intl'

import { cx } from '@/components/ui/cx'
import type { ComparedRow, ShownPart } from '@/lib/route-tables/comparison'

interface ReachProps {
  row: ComparedRow
  side: 'now' | 'after'
}

/** How a prefix is reached, now or after: one line, or one for each part of its addresses. */
export function Reach({ row, side }: ReachProps) {
  const t = useTranslations('attachment.difference')
  const parts = row[side]
  const more = side === 'now' ? row.moreNow : row.moreAfter
  const partly = parts.length > 1 || (side === 'now' && row.partly && row.outcome === 'gained')
  if (parts.length === 0) return <span className="text-muted">{t('covered')}</span>
  return (
    <span className="flex flex-col">
      {parts.map((part) => (
        <span key={part.by ?? ''} className={inkOf(part, row, side)}>
          {partly && (
            <span className="mono text-muted">{some(part, (n) => t('more', { n }))} </span>
          )}
          {part.by && part.by !== row.prefix && (
            <>{t.rich('byRich', { prefix: () => <span className="mono">{part.by}</span> })} </>
          )}
          <bdi>{part.way}</bdi>
        </span>
      ))}
      {more > 0 && <span className="text-muted">{t('moreParts', { n: more })}</span>}
    </span>
  )
}

const inkOf = ({ reach }: ShownPart, { outcome }: ComparedRow, side: ReachProps['side']) =>
  cx(reach !== 'hop' && (side === 'after' && outcome === 'lost' ? 'text-error' : 'text-muted'))

const some = ({ blocks, moreBlocks }: ShownPart, more: (n: number) => string) =>
  [...blocks, ...(moreBlocks > 0 ? [more(moreBlocks)] : [])].join(', ')
