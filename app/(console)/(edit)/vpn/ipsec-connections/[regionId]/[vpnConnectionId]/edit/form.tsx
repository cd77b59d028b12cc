'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { createGateway } from '@/app/(console)/create-gateway'
import { keepDevice } from '@/app/(console)/device-actions'
import { useFieldOfAddress } from '@/components/form/focus'
import { useActionForm } from '@/components/form/use-action-form'
import { BgpSettings } from '@/components/ipsec-connection-form/bgp-settings'
import { EncryptionSettings } from '@/components/ipsec-connection-form/encryption-settings'
import { HealthChecks } from '@/components/ipsec-connection-form/health-checks'
import { type Judge, useNewJudge } from '@/components/ipsec-connection-form/judge-context'
import { ConnectionFormShell } from '@/components/ipsec-connection-form/shell'
import { useAround } from '@/components/ipsec-connection-form/use-around'
import { opened } from '@/components/ui/late'
import { rebased } from '@/lib/connection-edit/rebase'
import type { Review } from '@/lib/connection-edit/review'
import type { Settings } from '@/lib/connection-edit/settings'
import type { Judgement } from '@/lib/connection-form/judge'
import type { Surroundings } from '@/lib/connection-form/surroundings'
import type { ConnectionFormValues } from '@/lib/connection-form/values'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'
import { routes } from '@/lib/navigation/routes'
import { newOperationId } from '@/lib/operations/new-operation-id'
import type { ActionFailure } from '@/lib/request/result'

import { review } from './actions'
import { BasicSettings } from './basic-settings'
import { Conflict } from './conflict'

// Not needed to fill in the form.
const ReviewDialog = opened(() => import('./review-dialog').then((m) => m.ReviewDialog))
const Progress = opened(() => import('./progress').then((m) => m.Progress))

interface EditFormProps {
  connection: IpsecConnection
  surroundings: Surroundings
  /** The connection as the page read it. */
  settings: Settings
  defaultValues: ConnectionFormValues
  judgement: Judgement
}

type Stage =
  | { is: 'form' }
  | { is: 'review'; review: Extract<Review, { kind: 'review' }>; operationId: string }
  | { is: 'conflict'; conflict: Extract<Review, { kind: 'conflict' }> }
  | { is: 'running'; operationId: string }

/** Changes a connection: the form, what it would do, and what came of it. */
export function EditForm({ connection, surroundings, ...given }: EditFormProps) {
  const t = useTranslations('ipsecConnections.edit')
  const router = useRouter()
  // A refresh of the page brings new values; the form keeps those it began with until somebody takes them in.
  const [{ defaultValues, judgement }] = useState(given)
  const [was, setWas] = useState({ settings: given.settings, values: given.defaultValues })
  const [stage, setStage] = useState<Stage>({ is: 'form' })
  const { regionId, vpnConnectionId } = connection
  const page = routes.ipsecConnection(regionId, vpnConnectionId)
  const around = useAround(
    surroundings,
    `/api/connection-form?${new URLSearchParams({ regionId })}`,
  )

  const show = (found: Review) =>
    setStage(
      found.kind === 'conflict'
        ? { is: 'conflict', conflict: found }
        : { is: 'review', review: found, operationId: newOperationId() },
    )
  const form = useActionForm<ConnectionFormValues, Review>({
    schema: async () => {
      const { connectionFormCheck } = await import('@/lib/connection-form/check')
      return connectionFormCheck(judge.known)
    },
    rules: () => judge,
    defaultValues,
    action: (values) => review({ ...values, vpnConnectionId, was: was.settings }),
    onSuccess: (found) => {
      form.reopen(undefined)
      show(found)
    },
  })
  const { methods } = form
  useFieldOfAddress()
  const judge: Judge = useNewJudge(methods, {
    around,
    load: async () => (await import('@/lib/connection-edit/judge')).judgeEdit,
    initial: judgement,
  })
  const back = (refusal: ActionFailure | undefined) => {
    form.reopen(refusal)
    setStage({ is: 'form' })
  }
  const takeIn = ({ now, was: settings }: Extract<Review, { kind: 'conflict' }>) => {
    const merged = rebased(methods.getValues(), { was: was.values, now })
    methods.setValue('name', merged.name, { shouldDirty: true })
    methods.setValue('connection', merged.connection, { shouldDirty: true })
    setWas({ settings, values: now })
    setStage({ is: 'form' })
  }
  return (
    <>
      {stage.is === 'conflict' && (
        <Conflict theirs={stage.conflict.theirs} onTake={() => takeIn(stage.conflict)} />
      )}
      <ConnectionFormShell
        form={form}
        judge={judge}
        around={around}
        submitName={t('submit')}
        onCancel={() => router.push(page)}
        createGateway={createGateway}
        keepDevice={keepDevice}
        hidden={stage.is === 'running'}
      >
        <BasicSettings connection={connection} />
        <EncryptionSettings />
        <BgpSettings />
        <HealthChecks />
      </ConnectionFormShell>
      {stage.is === 'review' && (
        <ReviewDialog
          key={stage.operationId}
          review={stage.review}
          edit={{
            ...methods.getValues(),
            vpnConnectionId,
            was: was.settings,
            operationId: stage.operationId,
          }}
          onBegun={() => setStage({ is: 'running', operationId: stage.operationId })}
          onChanged={show}
          onClose={back}
        />
      )}
      {stage.is === 'running' && (
        <Progress operationId={stage.operationId} page={page} onBack={back} />
      )}
    </>
  )
}
