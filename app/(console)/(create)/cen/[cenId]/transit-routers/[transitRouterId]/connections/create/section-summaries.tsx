'use client'
import { useJudge, useJudgement } from '@/components/ipsec-connection-form/judge-context'
import { useSummaryLine } from '@/components/ipsec-connection-form/section-summaries'
import { advancedSummary, basicSummary } from '@/lib/attach-form/summary'

import { useAttachForm, useValue } from './use-values'

// Each stands in the page only while its section is closed, and is drawn anew with each judgement.

export function BasicSummary() {
  const { facts } = useJudge()
  const { getValues } = useAttachForm()
  useJudgement()
  return useSummaryLine()(basicSummary(getValues(), facts()))
}

export function AdvancedSummary() {
  return useSummaryLine()(advancedSummary(useValue('advanced')))
}
