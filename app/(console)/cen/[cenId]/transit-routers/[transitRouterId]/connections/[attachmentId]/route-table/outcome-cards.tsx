'use client'
import { useTranslations } from 'next-intl'

import { cx } from '@/components/ui/cx'
import { Press } from '@/components/ui/press'
import { type Outcome, outcomes } from '@/lib/route-tables/difference'

interface OutcomeCardsProps {
  counts: Record<Outcome, number>
  chosen: Outcome | undefined
  onChoose: (outcome: Outcome | undefined) => void
}

const inks: Record<Outcome, string> = {
  lost: 'text-error',
  caught: 'text-warning',
  'next-hop': 'text-warning',
  gained: 'text-ok',
  told: 'text-ink',
  own: 'text-muted',
  kept: 'text-ink',
}

/** Not shown where there are none. */
const SELDOM: readonly Outcome[] = ['caught', 'told', 'own']

/** How many prefixes meet which fate; a press shows only those. */
export function OutcomeCards({ counts, chosen, onChoose }: OutcomeCardsProps) {
  const t = useTranslations('attachment.difference')
  return (
    <fieldset aria-label={t('filter')} className="flex flex-wrap gap-2.5">
      {outcomes
        .filter((outcome) => !SELDOM.includes(outcome) || counts[outcome] > 0)
        .map((outcome) => (
          <Press
            key={outcome}
            aria-pressed={chosen === outcome}
            onClick={() => onChoose(chosen === outcome ? undefined : outcome)}
            className={cx(
              'min-w-30 rounded-card border px-3.5 py-2 text-left aria-pressed:ring-1 aria-pressed:ring-brand',
              outcome === 'lost' && counts.lost > 0
                ? 'border-error bg-error-soft'
                : 'border-line hover:border-brand',
            )}
          >
            <span className={cx('block text-panel font-semibold', inks[outcome])}>
              {counts[outcome]}
            </span>
            <span className="text-label">{t(`card.${outcome}`, { count: counts[outcome] })}</span>
          </Press>
        ))}
    </fieldset>
  )
}
