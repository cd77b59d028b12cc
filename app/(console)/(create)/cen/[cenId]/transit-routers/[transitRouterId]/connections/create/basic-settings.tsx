'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, Suspense } from 'react'

import { Rows } from '@/components/form/field-shell'
import { FormSection } from '@/components/form/form-section'
import { TagField } from '@/components/form/tag-field'
import { TextField } from '@/components/form/text-field'
import { BandSummary } from '@/components/ipsec-connection-form/band-summary'
import { ConnectionFields, KindFields } from '@/components/ipsec-connection-form/connection-fields'
import { late } from '@/components/ui/late'
import { ATTACH_FORM_SECTIONS } from '@/lib/attach-form/sections'

import { NetworkTypeRow } from './network-type-row'
import { OwnerFields } from './owner-fields'
import { RegionField, TransitRouterRow, ZoneField } from './router-fields'
import { useAttachForm, useValue } from './use-values'

// Most connections are created here.
const ConnectionPicker = late(() => import('./connection-picker').then((m) => m.ConnectionPicker))

export function BasicSettings({ billing }: { billing: ReactNode }) {
  const t = useTranslations('attachForm')
  const { control } = useAttachForm()
  const create = useValue('resource.kind') === 'create'
  return (
    <FormSection
      control={control}
      title={t('section.basic')}
      fields={ATTACH_FORM_SECTIONS.basic}
      summary={<BandSummary of="basic" />}
    >
      <Rows>
        <NetworkTypeRow />
        <RegionField />
        <TransitRouterRow />
        <OwnerFields />
        <Suspense>{!create && <ConnectionPicker />}</Suspense>
        <TextField control={control} name="transitRouterAttachmentName" />
        <TextField control={control} name="transitRouterAttachmentDescription" />
        <TagField control={control} name="tag" />
        {create && <KindFields billing={billing} />}
        <ZoneField />
        {create && <ConnectionFields />}
      </Rows>
    </FormSection>
  )
}
