'use client'
import { useTranslations } from 'next-intl'
import { useId } from 'react'

import { FieldShell } from '@/components/form/field-shell'
import { useFieldTexts } from '@/components/form/labels'
import { Select } from '@/components/ui/select'

// Guide, Network Type: select VPN. The others are what a transit router connects besides.
const NETWORK_TYPES = ['VPN', 'VPC', 'VBR', 'CCN', 'ECR', 'TR'] as const

/** Always VPN: the other kinds are listed, so that nobody looks for them elsewhere. */
export function NetworkTypeRow() {
  const t = useTranslations('attachForm.networkType')
  const { label, help } = useFieldTexts('networkType')
  const id = useId()
  return (
    <FieldShell
      htmlFor={id}
      labelId={`${id}-label`}
      describedBy={`${id}-text`}
      label={label}
      help={help}
      required
    >
      <Select
        id={id}
        labelledBy={`${id}-label`}
        describedBy={`${id}-text`}
        required
        value="VPN"
        onChange={() => undefined}
        options={NETWORK_TYPES.map((type) => ({
          value: type,
          label: t(`options.${type}`),
          reason: type === 'VPN' ? undefined : t('reason'),
        }))}
      />
    </FieldShell>
  )
}
