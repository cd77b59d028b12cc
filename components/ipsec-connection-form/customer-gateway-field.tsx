'use client'
import { useTranslations } from 'next-intl'

import { SelectField } from '@/components/form/select-field'
import { WriteButton } from '@/components/write/write-button'

import { useOpenDrawer } from './drawer-context'
import { useSurroundings } from './surroundings-context'
import type { TunnelIndex } from './tunnels'
import { useReadAgain } from './use-read-again'
import { useConnectionForm } from './use-values'

export function CustomerGatewayField({ tunnel }: { tunnel: TunnelIndex }) {
  const t = useTranslations('attachForm.connection.tunnels.customerGatewayId')
  const { control } = useConnectionForm()
  const { customerGateways = [] } = useSurroundings()
  const openDrawer = useOpenDrawer()
  return (
    <SelectField
      control={control}
      name={`connection.tunnels.${tunnel}.customerGatewayId`}
      required
      options={customerGateways.map(({ customerGatewayId, name, ipAddress, asn }) => ({
        value: customerGatewayId,
        label: name || customerGatewayId,
        detail: `${ipAddress} · ${asn === undefined ? t('noAsn') : `AS ${asn}`}`,
      }))}
      failed={useReadAgain('customerGateways')}
      empty={t('none')}
      after={
        <WriteButton
          permission="customer-gateways.write"
          aria-label={t('createName')}
          onClick={() => openDrawer(tunnel)}
        >
          {t('create')}
        </WriteButton>
      }
    />
  )
}
