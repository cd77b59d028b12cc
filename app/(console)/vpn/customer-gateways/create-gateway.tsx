'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { createGateway } from '@/app/(console)/create-gateway'
import { CustomerGatewayFields } from '@/components/customer-gateway/fields'
import { ReadOnlyRow } from '@/components/form/field-shell'
import { FormDrawer } from '@/components/form/form-drawer'
import { useActionForm } from '@/components/form/use-action-form'
import { useRegionName } from '@/components/region/use-region-name'
import { Code } from '@/components/ui/code'
import {
  customerGatewayFormDefaults,
  customerGatewayFormBeside,
} from '@/lib/customer-gateways/form'
import { customerGatewayList } from '@/lib/customer-gateways/queries'
import { notify } from '@/lib/notices/store'

interface CreateGatewayProps {
  regionId: string
  onClose: () => void
}

export function CreateGateway({ regionId, onClose }: CreateGatewayProps) {
  const t = useTranslations('customerGateways')
  const queries = useQueryClient()
  const regionName = useRegionName()
  // As they were when this began: one that a press of ours makes is no other one.
  const [gateways] = useState(
    () => queries.getQueryData(customerGatewayList({ regionId }).queryKey) ?? [],
  )
  const form = useActionForm({
    schema: customerGatewayFormBeside(gateways),
    defaultValues: customerGatewayFormDefaults(regionId),
    action: createGateway,
    onSuccess: async ({ customerGatewayId, name }) => {
      notify({
        id: customerGatewayId,
        state: 'done',
        text: t('create.done', { name: name || customerGatewayId }),
      })
      await queries.invalidateQueries({ queryKey: customerGatewayList({ regionId }).queryKey })
      onClose()
    },
  })
  return (
    <FormDrawer
      title={t('create.open')}
      labels="customerGateways.fields"
      submitName={t('create.submit')}
      form={form}
      onClose={onClose}
    >
      <ReadOnlyRow label={t('region')}>
        {regionName(regionId)} <Code className="text-muted">{regionId}</Code>
      </ReadOnlyRow>
      <CustomerGatewayFields control={form.control} gateways={gateways} />
    </FormDrawer>
  )
}
