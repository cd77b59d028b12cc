'use client'
import { useTranslations } from 'next-intl'
import { usePathname, useRouter } from 'next/navigation'
import { type ReactNode, useTransition } from 'react'
import { useFormContext } from 'react-hook-form'

import { ReadOnlyRow, Rows } from '@/components/form/field-shell'
import { FormSection } from '@/components/form/form-section'
import { SelectField } from '@/components/form/select-field'
import { TagField } from '@/components/form/tag-field'
import { TextField } from '@/components/form/text-field'
import { BandSummary } from '@/components/ipsec-connection-form/band-summary'
import { ConnectionFields, KindFields } from '@/components/ipsec-connection-form/connection-fields'
import { useSurroundings } from '@/components/ipsec-connection-form/surroundings-context'
import { useReadAgain } from '@/components/ipsec-connection-form/use-read-again'
import { CONNECTION_FORM_SECTIONS } from '@/lib/connection-form/sections'
import type { ConnectionFormValues } from '@/lib/connection-form/values'

export function BasicSettings({ billing }: { billing: ReactNode }) {
  const t = useTranslations('attachForm')
  const create = useTranslations('ipsecConnections.create')
  const { control } = useFormContext<ConnectionFormValues>()
  return (
    <FormSection
      control={control}
      title={t('section.basic')}
      fields={CONNECTION_FORM_SECTIONS.basic}
      summary={<BandSummary of="basic" />}
    >
      <Rows>
        <RegionField />
        <ReadOnlyRow label={create('associate.label')}>
          {create('associate.none')}
          <p className="mt-1 text-hint text-faint">{create('associate.hint')}</p>
        </ReadOnlyRow>
        <TextField control={control} name="name" />
        <TagField control={control} name="tag" />
        <KindFields billing={billing} />
        <ConnectionFields />
      </Rows>
    </FormSection>
  )
}

/** The region decides which gateways can be chosen, so choosing another reads the page again. */
function RegionField() {
  const t = useTranslations('ipsecConnections.create')
  const { control, setValue } = useFormContext<ConnectionFormValues>()
  const { regions = [] } = useSurroundings()
  const path = usePathname()
  const navigation = useRouter()
  const [pending, startTransition] = useTransition()
  const move = (regionId: string) => {
    // A customer gateway belongs to its region.
    for (const tunnel of [0, 1] as const)
      setValue(`connection.tunnels.${tunnel}.customerGatewayId`, '')
    startTransition(() =>
      navigation.replace(`${path}?${new URLSearchParams({ region: regionId })}`, {
        scroll: false,
      }),
    )
  }
  return (
    <SelectField
      control={control}
      name="regionId"
      required
      hint={t('regionHint')}
      loading={pending}
      failed={useReadAgain('regions')}
      onChanged={move}
      options={regions.map(({ regionId, localName }) => ({
        value: regionId,
        label: localName,
        detail: regionId,
      }))}
    />
  )
}
