'use client'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useRef } from 'react'

import { SelectField } from '@/components/form/select-field'
import { WriteButton } from '@/components/write/write-button'
import type { KnownGateway } from '@/lib/connection-form/surroundings'
import { QueryError } from '@/lib/failure/in-browser'
import { useMessage } from '@/lib/i18n/use-message'

import { useOpenDrawer } from './drawer-context'
import { useKnown } from './surroundings-context'
import type { TunnelIndex } from './tunnels'
import { useReadAgain } from './use-read-again'
import { useConnectionForm, useValue } from './use-values'

export function CustomerGatewayField({ tunnel }: { tunnel: TunnelIndex }) {
  const t = useTranslations('attachForm.connection.tunnels.customerGatewayId')
  const { control } = useConnectionForm()
  const { surroundings, ask, meet, search } = useKnown()
  const { customerGateways = [], moreGateways } = surroundings
  const openDrawer = useOpenDrawer()
  const translate = useRef(useMessage())
  const name = `connection.tunnels.${tunnel}.customerGatewayId` as const
  const chosen = useValue(name)
  useEffect(() => ask(chosen), [ask, chosen])
  const optionOf = ({ customerGatewayId, name: called, ipAddress, asn }: KnownGateway) => ({
    value: customerGatewayId,
    label: called || customerGatewayId,
    detail: `${ipAddress} · ${asn === undefined ? t('noAsn') : `AS ${asn}`}`,
  })
  const find = useCallback(
    async (text: string) => {
      try {
        const { items, more } = await search<{ items: KnownGateway[]; more: boolean }>(
          '/api/connection-form/gateways',
          { search: text },
        )
        meet({ customerGateways: items })
        return { values: items.map(({ customerGatewayId }) => customerGatewayId), more }
      } catch (error) {
        if (!(error instanceof QueryError)) throw error
        return { failed: `${error.said ? translate.current(error.said) : ''} (${error.code})` }
      }
    },
    [search, meet],
  )
  return (
    <SelectField
      control={control}
      name={name}
      required
      options={customerGateways.map(optionOf)}
      find={moreGateways ? find : undefined}
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
