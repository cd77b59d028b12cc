'use client'
import { useTranslations } from 'next-intl'
import { useWatch } from 'react-hook-form'

import {
  advancedSummary,
  basicSummary,
  bgpSummary,
  encryptionSummary,
  healthCheckSummary,
  type Summary,
} from '@/lib/attach-form/summary'

import { useJudge } from './judge-context'
import { useAttachForm, useIsDual, useValue } from './use-values'

// Each stands in the page only while its section is closed, and follows only what it shows.

export function BasicSummary() {
  const { facts } = useJudge()
  const { control, getValues } = useAttachForm()
  useWatch({ control, name: ['transitRouterAttachmentName', 'resource', 'connection'] })
  return useLine()(basicSummary(getValues(), facts()))
}

export function EncryptionSummary() {
  const line = useLine()
  const [ike, ipsec] = encryptionSummary(useValue('connection.tunnels.0'))
  const dual = useIsDual()
  return (
    <>
      {line(ike)} | {line(ipsec)} {dual && line([{ key: 'dual' }])}
    </>
  )
}

export function BgpSummary() {
  return useLine()(bgpSummary(useValue('connection')))
}

export function HealthCheckSummary() {
  return useLine()(healthCheckSummary(useValue('connection')))
}

export function AdvancedSummary() {
  return useLine()(advancedSummary(useValue('advanced')))
}

function useLine() {
  const t = useTranslations('attachForm.summary')
  return (summary: Summary) =>
    summary
      .map((piece) => (typeof piece === 'string' ? piece : t(piece.key, piece.values)))
      .join(' · ')
}
