'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { Rows } from '@/components/form/field-shell'
import { Form } from '@/components/form/form'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { useActionForm } from '@/components/form/use-action-form'
import { Drawer } from '@/components/ui/drawer'
import {
  customerGatewayFormDefaults,
  customerGatewayFormSchema,
} from '@/lib/customer-gateways/form'
import { newOperationId } from '@/lib/operations/new-operation-id'

import { createGateway } from './actions'
import { useSurroundings } from './surroundings-context'

interface CustomerGatewayDrawerProps {
  onClose: () => void
  /** The gateway exists: choose it. */
  onCreated: (customerGatewayId: string) => void
}

/** Creates the customer gateway that the form lacks, without leaving it. A default export because `lazy` asks for one. */
// oxlint-disable-next-line import/no-default-export
export default function CustomerGatewayDrawer({ onClose, onCreated }: CustomerGatewayDrawerProps) {
  const t = useTranslations('attachForm.drawer')
  const { router } = useSurroundings()
  const navigation = useRouter()
  const [operationId] = useState(newOperationId)
  const form = useActionForm({
    schema: customerGatewayFormSchema,
    defaultValues: customerGatewayFormDefaults(router.regionId),
    action: (values) => createGateway({ ...values, operationId }),
    onSuccess: ({ customerGatewayId }) => {
      onCreated(customerGatewayId)
      navigation.refresh()
      onClose()
    },
  })
  const { control } = form
  const close = () => form.guard.leave(onClose)
  return (
    <Drawer
      title={t('title')}
      subtitle={<span className="text-muted">{t('subtitle', { region: router.regionName })}</span>}
      onClose={close}
    >
      <Form
        form={form}
        error={form.error}
        pending={form.pending}
        labels="attachForm.drawer"
        submitName={t('submitName')}
        onCancel={onClose}
        place="panel"
      >
        <Rows>
          <TextField control={control} name="name" />
          <TextField control={control} name="ipAddress" mono required />
          <TextField control={control} name="asn" mono />
          <TextAreaField control={control} name="description" />
        </Rows>
      </Form>
    </Drawer>
  )
}
