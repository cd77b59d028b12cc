'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'

import { CustomerGatewayFields } from '@/components/customer-gateway/fields'
import { Rows } from '@/components/form/field-shell'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { Drawer } from '@/components/ui/drawer'
import {
  customerGatewayFormDefaults,
  customerGatewayFormSchema,
  type CustomerGatewayFormValues,
} from '@/lib/customer-gateways/form'
import type { ActionResult } from '@/lib/request/result'

import { useSurroundings } from './surroundings-context'

interface CustomerGatewayDrawerProps {
  create: (
    gateway: CustomerGatewayFormValues,
    nonce: string,
  ) => Promise<ActionResult<{ customerGatewayId: string }>>
  onClose: () => void
  /** The gateway exists: choose it. */
  onCreated: (customerGatewayId: string) => void
}

/** Creates the customer gateway that the form lacks, without leaving it. A default export because `lazy` asks for one. */
// oxlint-disable-next-line import/no-default-export
export default function CustomerGatewayDrawer({
  create,
  onClose,
  onCreated,
}: CustomerGatewayDrawerProps) {
  const t = useTranslations('attachForm.drawer')
  const { regionId, regionName } = useSurroundings()
  const navigation = useRouter()
  const form = useActionForm({
    schema: customerGatewayFormSchema,
    defaultValues: customerGatewayFormDefaults(regionId),
    action: create,
    onSuccess: ({ customerGatewayId }) => {
      onCreated(customerGatewayId)
      navigation.refresh()
      onClose()
    },
  })
  const close = () => form.guard.leave(onClose)
  return (
    <Drawer
      title={t('title')}
      subtitle={<span className="text-muted">{t('subtitle', { region: regionName })}</span>}
      onClose={close}
    >
      <Form
        form={form}
        error={form.error}
        pending={form.pending}
        labels="attachForm.drawer"
        submitName={t('submitName')}
        onCancel={onClose}
        surface="panel"
      >
        <Rows>
          <CustomerGatewayFields control={form.control} />
        </Rows>
      </Form>
    </Drawer>
  )
}
