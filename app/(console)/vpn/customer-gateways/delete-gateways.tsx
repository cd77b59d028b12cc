'use client'
import { useTranslations } from 'next-intl'

import { DeleteDrawer } from '@/components/bulk/delete-drawer'

import { deleteGateway } from './actions'
import type { GatewayRow } from './columns'

interface DeleteGatewaysProps {
  of: readonly GatewayRow[]
  onClose: () => void
}

const isFree = ({ users }: GatewayRow) => Array.isArray(users) && users.length === 0

const named = ({ customerGatewayId: id, name }: GatewayRow) => ({ id, name })

/** Deletes those of the chosen customer gateways that no connection uses. */
export function DeleteGateways({ of, onClose }: DeleteGatewaysProps) {
  const t = useTranslations('customerGateways.delete')
  const staying = of.filter((gateway) => !isFree(gateway))
  return (
    <DeleteDrawer
      title={t('manyTitle', { count: of.length })}
      body={t('body')}
      items={of.filter(isFree).map((gateway) => ({
        ...named(gateway),
        act: (nonce) =>
          deleteGateway(
            { regionId: gateway.regionId, customerGatewayId: gateway.customerGatewayId },
            nonce,
          ),
      }))}
      staying={staying.map(named)}
      stays={t('cannot', { count: staying.length })}
      onClose={onClose}
    />
  )
}
