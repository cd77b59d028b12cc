'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react'

import { createGateway } from '@/app/(console)/create-gateway'
import { useActionForm } from '@/components/form/use-action-form'
import { type Judge, useNewJudge } from '@/components/ipsec-connection-form/judge-context'
import { ConnectionFormShell } from '@/components/ipsec-connection-form/shell'
import type { Judgement } from '@/lib/attach-form/judge'
import { factsOf, type Surroundings } from '@/lib/attach-form/surroundings'
import type { AttachFormValues } from '@/lib/attach-form/values'
import { routes } from '@/lib/navigation/routes'
import { newOperationId } from '@/lib/operations/new-operation-id'
import type { ActionFailure } from '@/lib/request/result'

import { create } from './actions'
import { Sections } from './sections'
import { SurroundingsProvider } from './surroundings-context'

// Not needed to fill in the form.
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

  const back = (refusal: ActionFailure | undefined) => {
    form.reopen(refusal)
    setOperationId(newOperationId())
    setRunning(false)
  }

  return (
    <SurroundingsProvider value={surroundings}>
      <ConnectionFormShell
        form={form}
        judge={judge}
        place={place}
        submitName={t('submitName')}
        onCancel={() =>
          router.push(routes.connections(cenId, methods.getValues('transitRouterId')))
        }
        createGateway={createGateway}
        defaultTable={surroundings.defaultTable}
        hidden={running}
      >
        <Sections />
      </ConnectionFormShell>
      <Suspense>
        {running && (
          <Progress
            operationId={operationId}
            cenId={cenId}
            transitRouterId={methods.getValues('transitRouterId')}
            onBack={back}
          />
        )}
      </Suspense>
    </SurroundingsProvider>
  )
}
