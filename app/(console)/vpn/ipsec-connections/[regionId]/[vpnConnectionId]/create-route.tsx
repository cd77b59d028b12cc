'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { Rows } from '@/components/form/field-shell'
import { Form } from '@/components/form/form'
import { RadioField } from '@/components/form/radio-field'
import { CidrField, NameField } from '@/components/form/text-field'
import { useActionForm } from '@/components/form/use-action-form'
import { Drawer } from '@/components/ui/drawer'
import { vcoRouteDefaults, vcoRouteFormIn } from '@/lib/ipsec-connections/form'
import type { VcoRouteEntry } from '@/lib/ipsec-connections/schema'
import { remarkOnDestination } from '@/lib/net/special-blocks'
import { notify } from '@/lib/notices/store'

import { useOpenConnection } from './open-connection'
import { createRoute } from './route-actions'

interface CreateRouteProps {
  /** Those of the connection. */
  routes: readonly VcoRouteEntry[]
  onClose: () => void
}

/** Adds a static route to the open connection; the cloud advertises it to the router. */
export function CreateRoute({ onClose, ...given }: CreateRouteProps) {
  // As they were when this began: one that a press of ours makes is no other one.
  const [routes] = useState(given.routes)
  const t = useTranslations('ipsecConnections.routes.do.create')
  const { regionId, vpnConnectionId } = useOpenConnection()
  const queries = useQueryClient()
  const form = useActionForm({
    schema: vcoRouteFormIn(routes),
    defaultValues: vcoRouteDefaults,
    action: (route, nonce) => createRoute({ ...route, regionId, vpnConnectionId }, nonce),
    onSuccess: async () => {
      const prefix = form.methods.getValues('routeDest')
      notify({ id: `${vpnConnectionId} ${prefix}`, state: 'done', text: t('done', { prefix }) })
      await queries.invalidateQueries()
      onClose()
    },
  })
  const { control } = form
  return (
    <Drawer title={t('title')} onClose={() => form.guard.leave(onClose)}>
      <Form
        form={form}
        error={form.error}
        pending={form.pending}
        labels="ipsecConnections.routeFields"
        submitName={t('submit')}
        surface="panel"
        onCancel={onClose}
      >
        <Rows>
          <CidrField control={control} name="routeDest" required remark={remarkOnDestination} />
          <RadioField control={control} name="weight" choices={['100', '0']} />
          <NameField control={control} name="description" />
        </Rows>
      </Form>
    </Drawer>
  )
}
