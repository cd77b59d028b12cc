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
  const band = useRef<HTMLSpanElement>(null)
  return (
    <FormSection
      control={control}
      title={t('section.healthCheck')}
      fields={CONNECTION_SECTIONS.healthCheck}
      defaultOpen={false}
      summary={<BandSummary of="healthCheck" />}
      end={
        <span ref={band} className="contents">
          <BandSwitch
            control={control}
            name="connection.healthCheck.enable"
            disabled={dual}
            onChanged={(enabled) => enabled && band.current && reveal(band.current)}
          />
        </span>
      }
    >
      <Rows>
        <p className="text-hint text-faint sm:ml-46">
          {t(dual ? 'connection.healthCheck.enable.dual' : 'connection.healthCheck.enable.note')}
        </p>
        <Suspense>{on && !dual && <HealthCheckFields />}</Suspense>
      </Rows>
    </FormSection>
  )
}
