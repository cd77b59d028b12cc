'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'

import { createGateway } from '@/app/(console)/create-gateway'
import { keepDevice } from '@/app/(console)/device-actions'
import { useActionForm } from '@/components/form/use-action-form'
import { BgpSettings } from '@/components/ipsec-connection-form/bgp-settings'
import { EncryptionSettings } from '@/components/ipsec-connection-form/encryption-settings'
import { HealthChecks } from '@/components/ipsec-connection-form/health-checks'
import { type Judge, useNewJudge } from '@/components/ipsec-connection-form/judge-context'
import { ConnectionFormShell } from '@/components/ipsec-connection-form/shell'
import { useAround } from '@/components/ipsec-connection-form/use-around'
import type { Judgement } from '@/lib/connection-form/judge'
import type { Surroundings } from '@/lib/connection-form/surroundings'
import type { ConnectionFormValues } from '@/lib/connection-form/values'
import { routes } from '@/lib/navigation/routes'
import { notify } from '@/lib/notices/store'

import { create } from './actions'
import { BasicSettings } from './basic-settings'

interface ConnectionFormProps {
  surroundings: Surroundings
  billing: ReactNode
  defaultValues: ConnectionFormValues
  /** The judgement of the default values, so that the page is whole before any of its rules is loaded. */
  judgement: Judgement
}

/** Creates a connection that nothing is attached to: Associate Resource is Do Not Associate. */
export function ConnectionForm({ surroundings, billing, ...given }: ConnectionFormProps) {
  const t = useTranslations('ipsecConnections.create')
  const router = useRouter()
  // A refresh of the page brings new defaults; the form keeps those it began with.
  const [{ defaultValues, judgement }] = useState(given)
  const place = new URLSearchParams({ regionId: surroundings.regionId })
  const around = useAround(surroundings, `/api/connection-form?${place}`)

  const form = useActionForm<ConnectionFormValues, { vpnConnectionId: string }>({
    schema: async () => {
      const { connectionFormCheck } = await import('@/lib/connection-form/check')
      return connectionFormCheck(judge.known)
    },
    rules: () => judge,
    defaultValues,
    action: (values, nonce) => create({ ...values, operationId: nonce }),
    onSuccess: ({ vpnConnectionId }) => {
      const { regionId, name } = form.methods.getValues()
      const href = routes.ipsecConnection(regionId, vpnConnectionId)
      notify({
        id: vpnConnectionId,
        state: 'done',
        text: t('done', { name: name || vpnConnectionId }),
        href,
      })
      router.push(href)
    },
  })
  const judge: Judge = useNewJudge(form.methods, {
    around,
    load: async () => (await import('@/lib/connection-form/judge')).judgeConnectionForm,
    initial: judgement,
  })

  return (
    <ConnectionFormShell
      form={form}
      judge={judge}
      around={around}
      submitName={t('submit')}
      onCancel={() => router.push(routes.ipsecConnectionsOf(surroundings.regionId))}
      createGateway={createGateway}
      keepDevice={keepDevice}
    >
      <BasicSettings billing={billing} />
      <EncryptionSettings />
      <BgpSettings />
      <HealthChecks />
    </ConnectionFormShell>
  )
}
