'use client'
import { useTranslations } from 'next-intl'

import { WriteDialog } from '@/components/write/write-dialog'
import type { CustomerGateway } from '@/lib/customer-gateways/schema'

import { deleteGateway } from './actions'

interface DeleteGatewayProps {
  gateway: CustomerGateway
  onClose: () => void
}

export function DeleteGateway({ gateway, onClose }: DeleteGatewayProps) {
  const t = useTranslations('customerGateways.delete')
  const { regionId, customerGatewayId } = gateway
  const name = gateway.name || customerGatewayId
  return (
    <WriteDialog
      danger
      title={t('title', { name })}
      confirmLabel={t('open')}
      words={{ running: t('running', { name }), done: t('done', { name }) }}
      action={deleteGateway}
      input={{ regionId, customerGatewayId }}
      onClose={onClose}
    >
      <p>{t('body')}</p>
    </WriteDialog>
  )
}
