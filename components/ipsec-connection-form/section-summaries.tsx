'use client'
import { useTranslations } from 'next-intl'

import {
  bgpSummary,
  encryptionSummary,
  healthCheckSummary,
  type Summary,
} from '@/lib/attach-form/summary'

import { useIsDual, useValue } from './use-values'

// Each stands in the page only while its section is closed, and follows only what it shows.

export function EncryptionSummary() {
  const line = useSummaryLine()
  const [ike, ipsec] = encryptionSummary(useValue('connection.tunnels.0'))
  const dual = useIsDual()
  return (
    <>
      {line(ike)} | {line(ipsec)} {dual && line([{ key: 'dual' }])}
    </>
  )
}

export function BgpSummary() {
  return useSummaryLine()(bgpSummary(useValue('connection')))
}

export function HealthCheckSummary() {
  return useSummaryLine()(healthCheckSummary(useValue('connection')))
}

/** Joins the pieces of a summary in the reader's language. */
export function useSummaryLine(): (summary: Summary) => string {
  const t = useTranslations('attachForm.summary')
  return (summary) =>
    summary
      .map((piece) => (typeof piece === 'string' ? piece : t(piece.key, piece.values)))
      .join(' · ')
}
