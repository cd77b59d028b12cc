'use client'
import { useTranslations } from 'next-intl'

import { Rows } from '@/components/form/field-shell'
import { FormSection } from '@/components/form/form-section'
import { CheckboxField } from '@/components/form/switch-field'
import { BandSummary } from '@/components/ipsec-connection-form/band-summary'
import { ATTACH_FORM_SECTIONS } from '@/lib/attach-form/sections'

import { useAttachForm } from './use-values'

const SETTINGS = [
  'autoPublishRouteEnabled',
  'associateDefaultTable',
  'propagateToDefaultTable',
] as const

export function AdvancedSettings() {
  const t = useTranslations('attachForm')
  const { control } = useAttachForm()
  return (
    <FormSection
      control={control}
      title={t('section.advanced')}
      fields={ATTACH_FORM_SECTIONS.advanced}
      defaultOpen={false}
      summary={<BandSummary of="advanced" />}
    >
      <Rows>
        {SETTINGS.map((setting) => (
          <CheckboxField
            key={setting}
            control={control}
            name={`advanced.${setting}`}
            hint={
              <>
                {t(`advanced.${setting}.hint`)}{' '}
                {t.rich(`advanced.${setting}.call`, {
                  code: (chunks) => <span className="mono wrap-anywhere">{chunks}</span>,
                })}
              </>
            }
          />
        ))}
      </Rows>
    </FormSection>
  )
}
