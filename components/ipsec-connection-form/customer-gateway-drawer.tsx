'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { useWatch } from 'react-hook-form'

import { CustomerGatewayFields } from '@/components/customer-gateway/fields'
import { FormDrawer } from '@/components/form/form-drawer'
import { typingPause } from '@/components/form/typing-pause'
import { useActionForm } from '@/components/form/use-action-form'
import type { KnownGateway } from '@/lib/connection-form/surroundings'
import {
  customerGatewayFormDefaults,
  customerGatewayFormBeside,
  type CustomerGatewayFormValues,
} from '@/lib/customer-gateways/form'
import type { ActionResult } from '@/lib/request/result'

import { useKnown } from './surroundings-context'

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
  const { regionId, regionName, customerGateways = [] } = useKnown().surroundings
  // As they were when this began: one that a press of ours makes is no other one.
  const [known] = useState(customerGateways)
  const navigation = useRouter()
  const form = useActionForm({
    schema: async (): Promise<ReturnType<typeof customerGatewayFormBeside>> =>
      customerGatewayFormBeside([...known, ...(await like(form.methods.getValues('ipAddress')))]),
    defaultValues: customerGatewayFormDefaults(regionId),
    action: create,
    onSuccess: ({ customerGatewayId }: { customerGatewayId: string }) => {
      onCreated(customerGatewayId)
      navigation.refresh()
      onClose()
    },
  })
  const like: Like = useLike()
  return (
    <FormDrawer
      title={t('title')}
      subtitle={<span className="text-muted">{t('subtitle', { region: regionName })}</span>}
      labels="attachForm.drawer"
      submitName={t('submitName')}
      form={form}
      onClose={onClose}
    >
      <Fields control={form.control} known={known} like={like} />
    </FormDrawer>
  )
}

/** The other gateways with an address in them, where the form does not know all. */
type Like = (address: string) => Promise<readonly KnownGateway[]>

function useLike(): Like {
  const { surroundings, search } = useKnown()
  const [isKnown] = useState(!surroundings.moreGateways)
  return async (address) => {
    if (isKnown || address === '') return NONE
    const path = '/api/connection-form/gateways'
    return (await search<{ items: KnownGateway[] }>(path, { search: address })).items
  }
}

const NONE: readonly KnownGateway[] = []

interface FieldsProps {
  control: Parameters<typeof CustomerGatewayFields>[0]['control']
  known: readonly KnownGateway[]
  like: Like
}

/** The fields, beside what else has the address that is typed. */
function Fields({ control, known, like }: FieldsProps) {
  const address = useWatch({ control, name: 'ipAddress' })
  const [others, setOthers] = useState<readonly KnownGateway[]>(NONE)
  useEffect(() => {
    let isCurrent = true
    void typingPause()
      .then(() => (isCurrent ? like(address) : NONE))
      .then(
        (found) => isCurrent && setOthers(found),
        // On OK the server tells.
        () => undefined,
      )
    return () => {
      isCurrent = false
    }
    // Asked for each address, not for each rendering.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [address])
  return <CustomerGatewayFields control={control} gateways={[...known, ...others]} />
}
