'use client'
import { useTranslations } from 'next-intl'

import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { FailureAlert } from '@/components/write/failure-alert'
import { useWrite } from '@/components/write/use-write'
import type { CustomerGateway } from '@/lib/customer-gateways/schema'

import { deleteGateway } from './actions'

interface DeleteGatewayProps {
  gateway: CustomerGateway
  onClose: () => void
}

export function DeleteGateway({ gateway, onClose }: DeleteGatewayProps) {
  const t = useTranslations('customerGateways.delete')
  const { write, pending, failure } = useWrite()
  const { regionId, customerGatewayId } = gateway
  const name = gateway.name || customerGatewayId
  const run = async () => {
    const result = await write(
      { running: t('running', { name }), done: t('done', { name }) },
      deleteGateway,
      { regionId, customerGatewayId },
    )
    if (result.ok) onClose()
  }
  return (
    <ConfirmDialog
      open
      danger
      title={t('title', { name })}
      confirmLabel={t('open')}
      pending={pending}
      error={failure && <FailureAlert failure={failure} />}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      <p>{t('body')}</p>
    </ConfirmDialog>
  )
}
