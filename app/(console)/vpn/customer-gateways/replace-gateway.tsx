'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { CustomerGatewayFields } from '@/components/customer-gateway/fields'
import { FormDrawer } from '@/components/form/form-drawer'
import { useActionForm } from '@/components/form/use-action-form'
import { opened } from '@/components/ui/late'
import {
  customerGatewayFormBeside,
  customerGatewayFormDefaults,
  type CustomerGatewayFormValues,
} from '@/lib/customer-gateways/form'
import { customerGatewayList } from '@/lib/customer-gateways/queries'
import type { CustomerGateway } from '@/lib/customer-gateways/schema'
import type { ReplacementReview } from '@/lib/gateway-replacement/schema'
import { routes } from '@/lib/navigation/routes'
import { newOperationId } from '@/lib/operations/new-operation-id'

import { reviewGateway } from './replace-actions'

const ReplaceDialog = opened(() => import('./replace-dialog').then((m) => m.ReplaceDialog))

interface ReplaceGatewayProps {
  gateway: CustomerGateway
  onClose: () => void
}

/** Another address or ASN: a new gateway, to which the connections of the old one are led over. */
export function ReplaceGateway({ gateway, onClose }: ReplaceGatewayProps) {
  const t = useTranslations('customerGateways.replace')
  const queries = useQueryClient()
  const router = useRouter()
  const { regionId, customerGatewayId, name, ipAddress, asn, description } = gateway
  const [gateways] = useState(
    () => queries.getQueryData(customerGatewayList({ regionId }).queryKey) ?? [gateway],
  )
  const [asked, setAsked] = useState<{ review: ReplacementReview; operationId: string }>()
  const form = useActionForm<CustomerGatewayFormValues, ReplacementReview>({
    schema: customerGatewayFormBeside(gateways),
    defaultValues: {
      ...customerGatewayFormDefaults(regionId),
      name,
      ipAddress,
      asn: asn === undefined ? '' : String(asn),
      description,
    },
    action: (values) => reviewGateway({ ...values, customerGatewayId }),
    onSuccess: (review) => {
      form.reopen(undefined)
      setAsked({ review, operationId: newOperationId() })
    },
  })
  const { control, methods } = form
  return (
    <>
      <FormDrawer
        title={t('title', { name: name || customerGatewayId })}
        labels="customerGateways.fields"
        submitName={t('submit')}
        form={form}
        onClose={onClose}
      >
        <p className="text-label text-muted">{t('about')}</p>
        <CustomerGatewayFields
          control={control}
          gateways={gateways.filter((each) => each.customerGatewayId !== customerGatewayId)}
          keyHint={gateway.hasAuthKey ? t('keyKept') : undefined}
        />
      </FormDrawer>
      {asked && (
        <ReplaceDialog
          key={asked.operationId}
          review={asked.review}
          values={methods.getValues()}
          operationId={asked.operationId}
          onBegun={() => router.push(routes.operation(asked.operationId))}
          onChanged={(review) => setAsked({ review, operationId: newOperationId() })}
          onClose={(refusal) => {
            form.reopen(refusal)
            setAsked(undefined)
          }}
        />
      )}
    </>
  )
}
