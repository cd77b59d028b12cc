'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { lazy, type ReactNode, Suspense, useCallback, useMemo, useState } from 'react'

import { createGateway } from '@/app/(console)/vpn/customer-gateways/actions'
import { AdviceProvider } from '@/components/form/advice'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { BgpSettings } from '@/components/ipsec-connection-form/bgp-settings'
import { DrawerProvider } from '@/components/ipsec-connection-form/drawer-context'
import { EncryptionSettings } from '@/components/ipsec-connection-form/encryption-settings'
import { HealthChecks } from '@/components/ipsec-connection-form/health-checks'
import {
  type Judge,
  JudgeProvider,
  useNewJudge,
} from '@/components/ipsec-connection-form/judge-context'
import { PlaceProvider } from '@/components/ipsec-connection-form/place-context'
import { SideSummary } from '@/components/ipsec-connection-form/side-summary'
import type { TunnelIndex } from '@/components/ipsec-connection-form/tunnels'
import type { Judgement } from '@/lib/attach-form/judge'
import type { RegionSurroundings } from '@/lib/connection-form/read-region'
import { regionFacts } from '@/lib/connection-form/region-facts'
import type { ConnectionFormValues } from '@/lib/connection-form/schema'
import { routes } from '@/lib/navigation/routes'
import { notify } from '@/lib/notices/store'

import { create } from './actions'
import { BasicSettings } from './basic-settings'

const CustomerGatewayDrawer = lazy(
  () => import('@/components/ipsec-connection-form/customer-gateway-drawer'),
)

interface ConnectionFormProps {
  region: RegionSurroundings
  billing: ReactNode
  defaultValues: ConnectionFormValues
  /** The judgement of the default values, so that the page is whole before any of its rules is loaded. */
  judgement: Judgement
  /** Of the creation: sent twice, it happens once. */
  operationId: string
}

/** Creates a connection that nothing is attached to: Associate Resource is Do Not Associate. */
export function ConnectionForm({ region, billing, ...given }: ConnectionFormProps) {
  const t = useTranslations('ipsecConnections.create')
  const router = useRouter()
  // A refresh of the page brings new defaults and a new id; the form keeps those it began with.
  const [{ defaultValues, judgement, operationId }] = useState(given)
  const [drawer, setDrawer] = useState<TunnelIndex | undefined>()
  const facts = useMemo(() => regionFacts(region), [region])
  const place = useMemo(() => ({ ...region, billing }), [region, billing])

  const form = useActionForm<ConnectionFormValues, { vpnConnectionId: string }>({
    schema: async () => {
      const { connectionFormSchemaWith } = await import('@/lib/connection-form/schema')
      return connectionFormSchemaWith(judge.facts)
    },
    defaultValues,
    action: (values) => create({ ...values, operationId }),
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
  const { methods } = form
  const judge: Judge = useNewJudge(methods, {
    facts,
    load: async () => (await import('@/lib/connection-form/judge')).judgeConnection,
    initial: judgement,
  })

  const closeDrawer = useCallback(() => setDrawer(undefined), [])
  const choose = (customerGatewayId: string) =>
    drawer !== undefined &&
    methods.setValue(`connection.tunnels.${drawer}.customerGatewayId`, customerGatewayId, {
      shouldDirty: true,
    })

  return (
    <PlaceProvider value={place}>
      <JudgeProvider judge={judge}>
        <AdviceProvider value={judge.board}>
          <DrawerProvider value={setDrawer}>
            <div onFocusCapture={judge.wake} onPointerDownCapture={judge.wake}>
              <Form
                form={form}
                error={form.error}
                pending={form.pending}
                labels="attachForm"
                submitName={t('submit')}
                onCancel={() => router.push(routes.ipsecConnectionsOf(region.regionId))}
                place="page"
              >
                <div className="grid gap-x-8 gap-y-4 xl:grid-cols-[minmax(0,880px)_340px]">
                  <div className="flex min-w-0 flex-col gap-3">
                    <BasicSettings regions={region.regions} />
                    <EncryptionSettings />
                    <BgpSettings />
                    <HealthChecks />
                  </div>
                  <Suspense>
                    <SideSummary />
                  </Suspense>
                </div>
              </Form>
            </div>
          </DrawerProvider>
        </AdviceProvider>
      </JudgeProvider>
      <Suspense>
        {drawer !== undefined && (
          <CustomerGatewayDrawer create={createGateway} onClose={closeDrawer} onCreated={choose} />
        )}
      </Suspense>
    </PlaceProvider>
  )
}
