'use client'
import { useTranslations } from 'next-intl'

import { RadioField } from '@/components/form/radio-field'
import { TextField } from '@/components/form/text-field'
import { Alert } from '@/components/ui/alert'
import { CopyableCode } from '@/components/ui/code'
import { healthCheckRoute } from '@/lib/connection-form/rules/health-check'
import { HEALTH_CHECK_POLICIES } from '@/lib/ipsec-connections/schema'

import { useConnectionForm, useValue } from './use-values'

/** The check and the route it needs. */
export function HealthCheckFields() {
  const t = useTranslations('attachForm.connection.healthCheck')
  const { control } = useConnectionForm()
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
  const route = healthCheckRoute(useValue('connection'))
  return (
    <div className="sm:ml-46 sm:max-w-118">
      <Alert title={t('title')}>
        {route ? t.rich('body', { route: () => <CopyableCode text={route} /> }) : t('empty')}
      </Alert>
    </div>
  )
}
