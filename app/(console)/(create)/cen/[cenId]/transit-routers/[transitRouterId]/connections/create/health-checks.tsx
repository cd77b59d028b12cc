'use client'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'

import { Rows } from '@/components/form/field-shell'
import { FormSection } from '@/components/form/form-section'
import { RadioField } from '@/components/form/radio-field'
import { BandSwitch } from '@/components/form/switch-field'
import { TextField } from '@/components/form/text-field'
import { Alert } from '@/components/ui/alert'
import { CopyableCode } from '@/components/ui/code'
import { reveal } from '@/components/ui/section'
import { HEALTH_CHECK_POLICIES } from '@/lib/attach-form/choices'
import { parseIpv4 } from '@/lib/net/ipv4'

import { HealthCheckSummary } from './section-summaries'
import { useAttachForm, useIsDual, useValue } from './use-values'

const HOLDS = ['connection.healthCheck'] as const

export function HealthChecks() {
  const t = useTranslations('attachForm')
  const { control } = useAttachForm()
  const on = useValue('connection.healthCheck.enable')
  const dual = useIsDual()
  const content = useRef<HTMLParagraphElement>(null)
  return (
    <FormSection
      control={control}
      title={t('section.healthCheck')}
      holds={HOLDS}
      defaultOpen={false}
      summary={<HealthCheckSummary />}
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
        {on && !dual && <HealthCheckFields />}
      </Rows>
    </FormSection>
  )
}

function HealthCheckFields() {
  const t = useTranslations('attachForm.connection.healthCheck')
  const { control } = useAttachForm()
  const policy = useValue('connection.healthCheck.policy')
  return (
    <>
      <TextField control={control} name="connection.healthCheck.dip" mono required />
      <TextField control={control} name="connection.healthCheck.sip" mono required />
      <TextField
        control={control}
        name="connection.healthCheck.interval"
        mono
        required
        inputMode="numeric"
        end={t('interval.unit')}
      />
      <TextField
        control={control}
        name="connection.healthCheck.retry"
        mono
        required
        inputMode="numeric"
      />
      <RadioField
        control={control}
        name="connection.healthCheck.policy"
        choices={HEALTH_CHECK_POLICIES}
        hint={t(`policy.note.${policy}`)}
      />
      <RouteNote />
    </>
  )
}

/** Guide, Health checks, Important: the /32 route without which no check succeeds. */
function RouteNote() {
  const t = useTranslations('attachForm.connection.healthCheck.route')
  const sip = useValue('connection.healthCheck.sip')
  return (
    <div className="sm:ml-46 sm:max-w-118">
      <Alert title={t('title')}>
        {parseIpv4(sip).ok
          ? t.rich('body', { route: () => <CopyableCode text={`${sip}/32`} /> })
          : t('empty')}
      </Alert>
    </div>
  )
}
