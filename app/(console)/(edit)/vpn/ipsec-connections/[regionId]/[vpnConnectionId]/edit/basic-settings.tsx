'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useFormContext } from 'react-hook-form'

import { ReadOnlyRow, Rows } from '@/components/form/field-shell'
import { FormSection } from '@/components/form/form-section'
import { TextField } from '@/components/form/text-field'
import { BandSummary } from '@/components/ipsec-connection-form/band-summary'
import { ConnectionFields } from '@/components/ipsec-connection-form/connection-fields'
import { CONNECTION_FORM_SECTIONS } from '@/lib/connection-form/sections'
import type { ConnectionFormValues } from '@/lib/connection-form/values'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'

/** Name, gateways, keys and routing; and what is fixed for good. */
export function BasicSettings({ connection }: { connection: IpsecConnection }) {
  const t = useTranslations('attachForm')
  const edit = useTranslations('ipsecConnections.edit')
  const { control } = useFormContext<ConnectionFormValues>()
  const { networkType, tunnels, transitRouterId, transitRouterName, tunnelBandwidth } = connection
  const zones = [...new Set(tunnels.flatMap(({ zoneNo }) => zoneNo ?? []))].join(', ')
  const fixed: [string, ReactNode][] = [
    [
      t('connection.networkType.label'),
      t(`connection.networkType.options.${networkType === 'private' ? 'private' : 'public'}`),
    ],
    [
      t('connection.tunnelMode.label'),
      t(`connection.tunnelMode.options.${tunnels.length > 1 ? 'dual' : 'single'}`),
    ],
    [
      edit('router'),
      <bdi key="router">{transitRouterName || transitRouterId || edit('noRouter')}</bdi>,
    ],
    ...(zones ? [[edit('zone'), <bdi key="zone">{zones}</bdi>] satisfies [string, ReactNode]] : []),
    ...(tunnelBandwidth
      ? [[edit('bandwidth'), tunnelBandwidth] satisfies [string, ReactNode]]
      : []),
  ]
  return (
    <FormSection
      control={control}
      title={t('section.basic')}
      fields={CONNECTION_FORM_SECTIONS.basic}
      summary={<BandSummary of="basic" />}
    >
      <Rows>
        {fixed.map(([label, value]) => (
          <ReadOnlyRow key={label} label={label}>
            {value}
          </ReadOnlyRow>
        ))}
        <p className="text-hint text-faint sm:ml-46">{edit('fixed')}</p>
        <TextField control={control} name="name" />
        <ConnectionFields />
      </Rows>
    </FormSection>
  )
}
