'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'

import { createGateway } from '@/app/(console)/create-gateway'
import { CustomerGatewayFields } from '@/components/customer-gateway/fields'
import { ReadOnlyRow, Rows } from '@/components/form/field-shell'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { useRegionName } from '@/components/region/use-region-name'
import { Code } from '@/components/ui/code'
import { Drawer } from '@/components/ui/drawer'
import {
  customerGatewayFormDefaults,
  customerGatewayFormSchema,
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
  const form = useActionForm({
    schema: customerGatewayFormSchema,
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
    <Drawer title={t('create.open')} onClose={() => form.guard.leave(onClose)}>
      <Form
        form={form}
        error={form.error}
        pending={form.pending}
        labels="customerGateways.fields"
        submitName={t('create.submit')}
        surface="panel"
        onCancel={onClose}
      >
        <Rows>
          <ReadOnlyRow label={t('region')}>
            {regionName(regionId)} <Code className="text-muted">{regionId}</Code>
          </ReadOnlyRow>
          <CustomerGatewayFields control={form.control} />
        </Rows>
      </Form>
    </Drawer>
  )
}
