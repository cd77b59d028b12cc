'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'

import { FormDrawer } from '@/components/form/form-drawer'
import { SecretField } from '@/components/form/text-field'
import { useActionForm } from '@/components/form/use-action-form'
import { authKeyFormSchema } from '@/lib/customer-gateways/form'
import { customerGatewayList } from '@/lib/customer-gateways/queries'
import type { CustomerGateway } from '@/lib/customer-gateways/schema'
import { notify } from '@/lib/notices/store'

import { setAuthKey } from './actions'

interface KeyOfGatewayProps {
  gateway: CustomerGateway
  onClose: () => void
}

/** Sets the BGP key of a gateway, which is shown to nobody. */
export function KeyOfGateway({ gateway, onClose }: KeyOfGatewayProps) {
  const t = useTranslations('customerGateways.key')
  const queries = useQueryClient()
  const { regionId, customerGatewayId, hasAuthKey } = gateway
  const name = gateway.name || customerGatewayId
  const form = useActionForm({
    schema: authKeyFormSchema,
    defaultValues: { regionId, customerGatewayId, authKey: '' },
    action: setAuthKey,
    onSuccess: async () => {
      notify({ id: `key-${customerGatewayId}`, state: 'done', text: t('done', { name }) })
      await queries.invalidateQueries({ queryKey: customerGatewayList({ regionId }).queryKey })
      onClose()
    },
  })
  return (
    <FormDrawer
      title={t('title', { name })}
      labels="customerGateways.fields"
      submitName={t('submit')}
      form={form}
      onClose={onClose}
    >
      <p className="text-label text-muted">
        {hasAuthKey && t('set')} {t('note')}
      </p>
      <SecretField control={form.control} name="authKey" required hint="" />
    </FormDrawer>
  )
}
