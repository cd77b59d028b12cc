'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { lazy, type ReactNode, Suspense, useCallback, useMemo, useState } from 'react'

import { AdviceProvider } from '@/components/form/advice'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { DrawerProvider } from '@/components/ipsec-connection-form/drawer-context'
import {
  type Judge,
  JudgeProvider,
  useNewJudge,
} from '@/components/ipsec-connection-form/judge-context'
import { PlaceProvider } from '@/components/ipsec-connection-form/place-context'
import { SideSummary } from '@/components/ipsec-connection-form/side-summary'
import type { TunnelIndex } from '@/components/ipsec-connection-form/tunnels'
import type { Judgement } from '@/lib/attach-form/judge'
import { factsOf, type Surroundings } from '@/lib/attach-form/surroundings'
import type { AttachFormValues } from '@/lib/attach-form/values'
import { routes } from '@/lib/navigation/routes'
import { newOperationId } from '@/lib/operations/new-operation-id'
import type { ActionFailure } from '@/lib/request/result'

import { create, createGateway } from './actions'
import { Sections } from './sections'
import { SurroundingsProvider } from './surroundings-context'

// Neither is needed to fill in the form.
const CustomerGatewayDrawer = lazy(
  () => import('@/components/ipsec-connection-form/customer-gateway-drawer'),
)
const Progress = lazy(() => import('./progress'))

interface AttachFormProps {
  surroundings: Surroundings
  billing: ReactNode
  defaultValues: AttachFormValues
  /** The judgement of the default values, so that the page is whole before any of its rules is loaded. */
  judgement: Judgement
  /** Of the operation that OK begins: pressed twice, it begins once. */
  operationId: string
}

export function AttachForm({ surroundings, billing, ...given }: AttachFormProps) {
  const t = useTranslations('attachForm')
  const router = useRouter()
  // A refresh of the page brings new defaults and a new id; the form keeps those it began with.
  const [{ defaultValues, judgement }] = useState(given)
  const [operationId, setOperationId] = useState(given.operationId)
  const [running, setRunning] = useState(false)
  const [drawer, setDrawer] = useState<{ tunnel: TunnelIndex; operationId: string } | undefined>()
  const { cenId, router: chosen, customerGateways, unread } = surroundings
  const place = useMemo(() => {
    const { regionId, regionName } = chosen
    return { regionId, regionName, customerGateways, unread, billing }
  }, [chosen, customerGateways, unread, billing])

  const form = useActionForm<AttachFormValues, { operationId: string }>({
    schema: async () => {
      const { attachFormSchemaWith } = await import('@/lib/attach-form/validate')
      return attachFormSchemaWith(judge.facts)
    },
    defaultValues,
    action: (values) => create({ ...values, cenId, operationId }),
    onSuccess: () => setRunning(true),
  })
  const { methods } = form
  const facts = useMemo(() => factsOf(surroundings), [surroundings])
  const judge: Judge = useNewJudge(methods, {
    facts,
    load: async () => (await import('@/lib/attach-form/judge')).judge,
    initial: judgement,
  })

  const openDrawer = useCallback(
    (tunnel: TunnelIndex) => setDrawer({ tunnel, operationId: newOperationId() }),
    [],
  )
  const closeDrawer = useCallback(() => setDrawer(undefined), [])
  const choose = (customerGatewayId: string) =>
    drawer &&
    methods.setValue(`connection.tunnels.${drawer.tunnel}.customerGatewayId`, customerGatewayId, {
      shouldDirty: true,
    })
  const back = (refusal: ActionFailure | undefined) => {
    form.reopen(refusal)
    setOperationId(newOperationId())
    setRunning(false)
  }

  return (
    <SurroundingsProvider value={surroundings}>
      <PlaceProvider value={place}>
        <JudgeProvider judge={judge}>
          <AdviceProvider value={judge.board}>
            <DrawerProvider value={openDrawer}>
              <div hidden={running} onFocusCapture={judge.wake} onPointerDownCapture={judge.wake}>
                <Form
                  form={form}
                  error={form.error}
                  pending={form.pending}
                  labels="attachForm"
                  submitName={t('submitName')}
                  onCancel={() =>
                    router.push(routes.connections(cenId, methods.getValues('transitRouterId')))
                  }
                  place="page"
                >
                  <div className="grid gap-x-8 gap-y-4 xl:grid-cols-[minmax(0,880px)_340px]">
                    <Sections />
                    <Suspense>
                      <SideSummary defaultTable={surroundings.defaultTable} />
                    </Suspense>
                  </div>
                </Form>
              </div>
            </DrawerProvider>
          </AdviceProvider>
        </JudgeProvider>
        <Suspense>
          {drawer && (
            <CustomerGatewayDrawer
              create={(gateway) => createGateway({ ...gateway, operationId: drawer.operationId })}
              onClose={closeDrawer}
              onCreated={choose}
            />
          )}
          {running && (
            <Progress
              operationId={operationId}
              cenId={cenId}
              transitRouterId={methods.getValues('transitRouterId')}
              onBack={back}
            />
          )}
        </Suspense>
      </PlaceProvider>
    </SurroundingsProvider>
  )
}
