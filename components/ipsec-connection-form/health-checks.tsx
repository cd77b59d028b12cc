'use client'
import { useTranslations } from 'next-intl'
import { Suspense, useRef } from 'react'

import { Rows } from '@/components/form/field-shell'
import { FormSection } from '@/components/form/form-section'
import { BandSwitch } from '@/components/form/switch-field'
import { late } from '@/components/ui/late'
import { reveal } from '@/components/ui/section'
import { CONNECTION_SECTIONS } from '@/lib/connection-form/sections'

import { BandSummary } from './band-summary'
import { useConnectionForm, useIsDual, useValue } from './use-values'

const HealthCheckFields = late(() =>
  import('./health-check-fields').then((m) => m.HealthCheckFields),
)

export function HealthChecks() {
  const t = useTranslations('attachForm')
  const { control } = useConnectionForm()
  const on = useValue('connection.healthCheck.enable')
  const dual = useIsDual()
  const content = useRef<HTMLParagraphElement>(null)
  return (
    <FormSection
      control={control}
      title={t('section.healthCheck')}
      fields={CONNECTION_SECTIONS.healthCheck}
      defaultOpen={false}
      summary={<BandSummary of="healthCheck" />}
      end={
        <BandSwitch
          control={control}
          name="connection.healthCheck.enable"
          disabled={dual}
          onChanged={(enabled) => enabled && content.current && reveal(content.current)}
        />
      }
    >
      <Rows>
        <p ref={content} className="text-hint text-faint sm:ml-46">
          {t(dual ? 'connection.healthCheck.enable.dual' : 'connection.healthCheck.enable.note')}
        </p>
        <Suspense>{on && !dual && <HealthCheckFields />}</Suspense>
      </Rows>
    </FormSection>
  )
}
