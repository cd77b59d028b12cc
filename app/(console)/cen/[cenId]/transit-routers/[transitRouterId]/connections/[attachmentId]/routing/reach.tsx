'use client'
import { useTranslations } from 'next-intl'

import { useOpenAttachment } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/open-attachment'
import { useReachWords } from '@/components/transit-router/use-reach-words'
import { cx } from '@/components/ui/cx'
import type { PrefixChange } from '@/lib/route-tables/difference'
import type { Part } from '@/lib/route-tables/parts'

/** More parts or blocks than this are left to the export. */
const SHOWN = 3

interface ReachProps {
  change: PrefixChange
  side: 'now' | 'after'
}

/** How a prefix is reached, now or after: one line, or one for each part of its addresses. */
export function Reach({ change, side }: ReachProps) {
  const t = useTranslations('attachment.difference')
  const { way, blocks } = useReachWords(useOpenAttachment().router)
  const parts = change[side]
  const partly =
    parts.length > 1 || (side === 'now' && change.partly && change.outcome === 'gained')
  if (parts.length === 0) return <span className="text-muted">{t('covered')}</span>
  return (
    <span className="flex flex-col">
      {parts.slice(0, SHOWN).map((part) => (
        <span key={part.by ?? ''} className={inkOf(part, change, side)}>
          {partly && (
            <span className="mono text-muted">{some(blocks(part), (n) => t('more', { n }))} </span>
          )}
          {part.by && part.by !== change.prefix && (
            <>{t.rich('byRich', { prefix: () => <span className="mono">{part.by}</span> })} </>
          )}
          <bdi>{way({ ...part, by: undefined }, change.prefix)}</bdi>
        </span>
      ))}
      {parts.length > SHOWN && (
        <span className="text-muted">{t('moreParts', { n: parts.length - SHOWN })}</span>
      )}
    </span>
  )
}

const inkOf = ({ reach }: Part, { outcome }: PrefixChange, side: ReachProps['side']) =>
  cx(reach !== 'hop' && (side === 'after' && outcome === 'lost' ? 'text-error' : 'text-muted'))

const some = (blocks: readonly string[], more: (n: number) => string) =>
  [...blocks.slice(0, SHOWN), ...(blocks.length > SHOWN ? [more(blocks.length - SHOWN)] : [])].join(
    ', ',
  )
