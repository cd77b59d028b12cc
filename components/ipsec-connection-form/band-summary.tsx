'use client'
import { useTranslations } from 'next-intl'

import type { SectionId } from '@/lib/connection-form/sections'

import { useJudgement } from './judge-context'

/** The values of a section in one line. Drawn in the pauses of typing, not at each key. */
export function BandSummary({ of }: { of: SectionId }) {
  const t = useTranslations('attachForm.summary')
  const { bands } = useJudgement()
  return bands[of]
    ?.map((summary) =>
      summary
        .map((piece) => (typeof piece === 'string' ? piece : t(piece.key, piece.values)))
        .join(' · '),
    )
    .join(' | ')
}
