'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { CustomerGatewayFields } from '@/components/customer-gateway/fields'
import { FormDrawer } from '@/components/form/form-drawer'
import { useActionForm } from '@/components/form/use-action-form'
import {
  customerGatewayFormDefaults,
  customerGatewayFormBeside,
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

/** Creates the customer gateway that the form lacks, without leaving it. */
export function CustomerGatewayDrawer({ create, onClose, onCreated }: CustomerGatewayDrawerProps) {
  const t = useTranslations('attachForm.drawer')
  const { regionId, regionName, ...known } = useSurroundings()
  // As they were when this began: one that a press of ours makes is no other one.
  const [customerGateways] = useState(known.customerGateways ?? [])
  const navigation = useRouter()
  const form = useActionForm({
    schema: customerGatewayFormBeside(customerGateways),
    defaultValues: customerGatewayFormDefaults(regionId),
    action: create,
    onSuccess: ({ customerGatewayId }) => {
      onCreated(customerGatewayId)
      navigation.refresh()
      onClose()
    },
  })
  return (
    <FormDrawer
      title={t('title')}
      subtitle={<span className="text-muted">{t('subtitle', { region: regionName })}</span>}
      labels="attachForm.drawer"
      submitName={t('submitName')}
      form={form}
      onClose={onClose}
    >
      <CustomerGatewayFields control={form.control} gateways={customerGateways} />
    </FormDrawer>
  )
}
