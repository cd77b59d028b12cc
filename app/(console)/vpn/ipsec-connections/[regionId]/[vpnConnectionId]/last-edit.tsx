'use client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { Alert } from '@/components/ui/alert'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { TextLink } from '@/components/ui/text-link'
import { FailureAlert } from '@/components/write/failure-alert'
import { WriteButton } from '@/components/write/write-button'
import { lastEditOf } from '@/lib/connection-edit/queries'
import type { LastEdit as Last } from '@/lib/connection-edit/schema'
import type { SettingChange } from '@/lib/connection-edit/settings'
import { answerOf } from '@/lib/failure/in-browser'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'
import { routes } from '@/lib/navigation/routes'
import { newOperationId } from '@/lib/operations/new-operation-id'
import { isMoving } from '@/lib/operations/schema'
import type { ActionFailure } from '@/lib/request/result'

import { undoEdit } from './actions'

/** The last edit within a day: how far it is, and after its end the way back. */
export function LastEdit({ connection }: { connection: IpsecConnection }) {
  const t = useTranslations('ipsecConnections.edit.last')
  const { regionId, vpnConnectionId } = connection
  const [asked, setAsked] = useState<string | undefined>()
  const { data: last } = useQuery(lastEditOf({ regionId, vpnConnectionId }))
  // Rolled back, refused or cancelled: it is as it was.
  if (!last || ['refused', 'cancelled', 'rolled-back'].includes(last.state)) return null
  const isDone = last.state === 'done'
  const word = isDone ? 'done' : isMoving(last.state) ? 'running' : 'stopped'
  return (
    <div className="mb-4">
      <Alert
        tone={word === 'stopped' ? 'warning' : 'info'}
        actions={
          <>
            {isDone && (
              <WriteButton
                permission="ipsec-connections.edit"
                variant="link"
                onClick={() => setAsked(newOperationId())}
              >
                {t('undo')}
              </WriteButton>
            )}
            <TextLink href={routes.operation(last.operationId)}>{t('steps')}</TextLink>
          </>
        }
      >
        {t(word)}
      </Alert>
      {asked && (
        <UndoDialog
          operationId={asked}
          last={last}
          connection={connection}
          onClose={() => setAsked(undefined)}
        />
      )}
    </div>
  )
}

interface UndoDialogProps {
  operationId: string
  last: Last
  connection: IpsecConnection
  onClose: () => void
}

function UndoDialog({ operationId, last, connection, onClose }: UndoDialogProps) {
  const t = useTranslations('ipsecConnections.edit.last')
  const router = useRouter()
  const queries = useQueryClient()
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<ActionFailure | undefined>()
  const [theirs, setTheirs] = useState<SettingChange[]>([])
  const { regionId, vpnConnectionId } = connection
  const name = connection.name || vpnConnectionId
  const run = async () => {
    setPending(true)
    setFailure(undefined)
    const of = last.operationId
    const result = await answerOf(() => undoEdit({ operationId, of, regionId, vpnConnectionId }))
    setPending(false)
    if (!result.ok) return setFailure(result)
    if (result.value.length > 0) return setTheirs(result.value)
    void queries.invalidateQueries()
    router.push(routes.operation(operationId))
  }
  return (
    <ConfirmDialog
      open
      title={<bdi>{t('confirm.title', { name })}</bdi>}
      confirmLabel={t('undo')}
      typed={name}
      pending={pending}
      error={
        <>
          {failure && <FailureAlert failure={failure} />}
          {theirs.length > 0 && (
            <Alert tone="warning">
              {t('changed', {
                list: theirs.map(({ path, from, to }) => `${path}: ${from} → ${to}`).join('; '),
              })}
            </Alert>
          )}
        </>
      }
      onConfirm={() => void run()}
      onClose={onClose}
    >
      <p>{t('confirm.body')}</p>
    </ConfirmDialog>
  )
}
