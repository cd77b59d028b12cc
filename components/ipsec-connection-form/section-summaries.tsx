'use client'
import { useTranslations } from 'next-intl'

import {
  bgpSummary,
  encryptionSummary,
  healthCheckSummary,
  type Summary,
} from '@/lib/attach-form/summary'

import { useJudgement } from './judge-context'
import { useConnectionForm } from './use-values'

// Each stands in the page only while its section is closed, and is drawn anew with each judgement: in the
// pauses of typing, not at each key.

export function EncryptionSummary() {
  const line = useSummaryLine()
  const { tunnels, tunnelMode } = useConnectionNow()
  const [ike, ipsec] = encryptionSummary(tunnels[0])
  const dual = tunnelMode === 'dual'
  return (
    <>
      {line(ike)} | {line(ipsec)} {dual && line([{ key: 'dual' }])}
    </>
  )
}

export function BgpSummary() {
  return useSummaryLine()(bgpSummary(useConnectionNow()))
}

export function HealthCheckSummary() {
  return useSummaryLine()(healthCheckSummary(useConnectionNow()))
}

function useConnectionNow() {
  useJudgement()
  return useConnectionForm().getValues('connection')
}

/** Joins the pieces of a summary in the reader's language. */
export function useSummaryLine(): (summary: Summary) => string {
  const t = useTranslations('attachForm.summary')
  return (summary) =>
    summary
      .map((piece) => (typeof piece === 'string' ? piece : t(piece.key, piece.values)))
      .join(' · ')
}
