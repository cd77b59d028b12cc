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

// With the parsers it shows numbers by; most connections have BGP off.
const BgpFields = late(() => import('./bgp-fields').then((m) => m.BgpFields))

export function BgpSettings() {
  const t = useTranslations('attachForm')
  const { control } = useConnectionForm()
  const on = useValue('connection.enableBgp')
  const dual = useIsDual()
  const band = useRef<HTMLSpanElement>(null)
  return (
    <FormSection
      control={control}
      title={t('section.bgp')}
      fields={CONNECTION_SECTIONS.bgp}
      defaultOpen={false}
      summary={<BandSummary of="bgp" />}
      end={
        <span ref={band} className="contents">
          <BandSwitch
            control={control}
            name="connection.enableBgp"
            onChanged={(enabled) => enabled && band.current && reveal(band.current)}
          />
        </span>
      }
    >
      <Rows>
        <p className="text-hint text-faint sm:ml-46">
          {t('connection.enableBgp.note')} {dual && t('connection.enableBgp.single')}
        </p>
        <Suspense>{on && <BgpFields />}</Suspense>
      </Rows>
    </FormSection>
  )
}
