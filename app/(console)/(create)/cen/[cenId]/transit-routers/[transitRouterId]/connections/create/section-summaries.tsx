'use client'
import { useWatch } from 'react-hook-form'

import { useJudge } from '@/components/ipsec-connection-form/judge-context'
import { useSummaryLine } from '@/components/ipsec-connection-form/section-summaries'
import { advancedSummary, basicSummary } from '@/lib/attach-form/summary'

import { useAttachForm, useValue } from './use-values'

// Each stands in the page only while its section is closed, and follows only what it shows.

export function BasicSummary() {
  const { facts } = useJudge()
  const { control, getValues } = useAttachForm()
  useWatch({ control, name: ['transitRouterAttachmentName', 'resource', 'connection'] })
  return useSummaryLine()(basicSummary(getValues(), facts()))
}

export function AdvancedSummary() {
  return useSummaryLine()(advancedSummary(useValue('advanced')))
}
