'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'

import { createGateway } from '@/app/(console)/create-gateway'
import { keepDevice } from '@/app/(console)/device-actions'
import { useActionForm } from '@/components/form/use-action-form'
import { type Judge, useNewJudge } from '@/components/ipsec-connection-form/judge-context'
import { ConnectionFormShell } from '@/components/ipsec-connection-form/shell'
import { useAround } from '@/components/ipsec-connection-form/use-around'
import { opened } from '@/components/ui/late'
import type { AttachFormValues } from '@/lib/attach-form/values'
import type { Judgement } from '@/lib/connection-form/judge'
import type { RouterSurroundings, Surroundings } from '@/lib/connection-form/surroundings'
import { routes } from '@/lib/navigation/routes'
import type { ActionFailure } from '@/lib/request/result'

import { create } from './actions'
import { Sections } from './sections'

// Not needed to fill in the form.
const Progress = opened(() => import('./progress').then((m) => m.Progress))

interface AttachFormProps {
  surroundings: Surroundings & { router: RouterSurroundings }
  billing: ReactNode
  defaultValues: AttachFormValues
  /** The judgement of the default values, so that the page is whole before any of its rules is loaded. */
  judgement: Judgement
}

export function AttachForm({ surroundings, billing, ...given }: AttachFormProps) {
  const t = useTranslations('attachForm')
  const router = useRouter()
  // A refresh of the page brings new defaults; the form keeps those it began with.
  const [{ defaultValues, judgement }] = useState(given)
  /** Of the operation that OK began. */
  const [operationId, setOperationId] = useState<string | undefined>()
  const { cenId, regionId, transitRouterId } = surroundings.router
  const place = new URLSearchParams({ cenId, regionId, transitRouterId })
  const around = useAround(surroundings, `/api/attach-form?${place}`)

  const form = useActionForm<AttachFormValues, { operationId: string }>({
    schema: async () => {
      const { attachFormCheck } = await import('@/lib/attach-form/check')
      return attachFormCheck(judge.known)
    },
    rules: () => judge,
    defaultValues,
    action: (values, nonce) => create({ ...values, cenId, operationId: nonce }),
    onSuccess: (begun) => setOperationId(begun.operationId),
  })
  const { methods } = form
  const judge: Judge = useNewJudge(methods, {
    around,
    load: async () => (await import('@/lib/attach-form/judge')).judgeAttachForm,
    initial: judgement,
  })

  const back = (refusal: ActionFailure | undefined) => {
    form.reopen(refusal)
    setOperationId(undefined)
  }

  return (
    <>
      <ConnectionFormShell
        form={form}
        judge={judge}
        around={around}
        submitName={t('submitName')}
        onCancel={() =>
          router.push(routes.connections(cenId, methods.getValues('transitRouterId')))
        }
        createGateway={createGateway}
        keepDevice={keepDevice}
        hidden={operationId !== undefined}
      >
        <Sections billing={billing} />
      </ConnectionFormShell>
      {operationId && (
        <Progress
          operationId={operationId}
          cenId={cenId}
          transitRouterId={methods.getValues('transitRouterId')}
          onBack={back}
        />
      )}
    </>
  )
}
