'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { ConfirmWrite } from '@/components/write/confirm-write'
import { FailureAlert } from '@/components/write/failure-alert'
import { WriteButton } from '@/components/write/write-button'
import { answerOf } from '@/lib/failure/in-browser'
import { isUnattached } from '@/lib/ipsec-connections/attach-state'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'
import { routes } from '@/lib/navigation/routes'
import { newOperationId } from '@/lib/operations/new-operation-id'
import type { ActionFailure } from '@/lib/request/result'

import { renegotiate } from './actions'

/** Negotiates all tunnels anew, after it said what that does. */
export function Renegotiate({ connection }: { connection: IpsecConnection }) {
  const t = useTranslations('ipsecConnections.renegotiate')
  const router = useRouter()
  const [operationId, setOperationId] = useState<string | undefined>()
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<ActionFailure | undefined>()
  const { regionId, vpnConnectionId } = connection
  const name = connection.name || vpnConnectionId
  // Nothing is negotiated before it is attached.
  if (isUnattached(connection)) return null
  const run = async (id: string) => {
    setPending(true)
    setFailure(undefined)
    const result = await answerOf(() => renegotiate({ operationId: id, regionId, vpnConnectionId }))
    setPending(false)
    if (result.ok) router.push(routes.operation(id))
    else setFailure(result)
  }
  return (
    <>
      <WriteButton
        permission="ipsec-connections.edit"
        onClick={() => setOperationId(newOperationId())}
      >
        {t('open')}
      </WriteButton>
      {operationId && (
        <ConfirmWrite
          open
          danger
          title={<bdi>{t('title', { name })}</bdi>}
          confirmLabel={t('ok')}
          typed={name}
          pending={pending}
          error={failure && <FailureAlert failure={failure} />}
          onConfirm={() => void run(operationId)}
          onClose={() => setOperationId(undefined)}
        >
          <p>{t('body')}</p>
        </ConfirmWrite>
      )}
    </>
  )
}
