'use client'
import { useTranslations } from 'next-intl'

import { useDuration } from '@/components/ui/duration'
import type { SectionId } from '@/lib/connection-form/sections'

import { useJudgement } from './judge-context'

/** Units of a length of time. */
const ALL = 5

/** The values of a section in one line. Drawn in the pauses of typing, not at each key. */
export function BandSummary({ of }: { of: SectionId }) {
  const t = useTranslations('attachForm.summary')
  const duration = useDuration()
  const { bands } = useJudgement()
  return bands[of]
    ?.map((summary) =>
      summary
        .map((piece) => {
          if (typeof piece === 'string') return piece
          // All of it: a lifetime is a setting.
          return 'seconds' in piece ? duration(piece.seconds, ALL) : t(piece.key, piece.values)
        })
        .join(' · '),
    )
    .join(' | ')
}
