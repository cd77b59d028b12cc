'use client'
import { useTranslations } from 'next-intl'

import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { FailureAlert } from '@/components/write/failure-alert'
import { useWrite } from '@/components/write/use-write'
import type { VcoRouteEntry } from '@/lib/ipsec-connections/schema'

import { useOpenConnection } from './open-connection'
import { changeRouteWeight, deleteRoute } from './route-actions'

interface RouteDialogProps {
  route: VcoRouteEntry
  what: 'weight' | 'delete'
  onClose: () => void
}

/** Deletes a static route, or gives it the other weight, after it said what that does. */
export function RouteDialog({ route, what, onClose }: RouteDialogProps) {
  const t = useTranslations(`ipsecConnections.routes.do.${what}`)
  const { regionId, vpnConnectionId } = useOpenConnection()
  const { write, pending, failure } = useWrite()
  const { routeDest } = route
  const weight = route.weight === 0 ? '0' : '100'
  const words = { prefix: routeDest, weight: weight === '0' ? 100 : 0 }
  const run = async () => {
    const send = what === 'delete' ? deleteRoute : changeRouteWeight
    const result = await write({ running: t('running', words), done: t('done', words) }, send, {
      regionId,
      vpnConnectionId,
      routeDest,
      weight,
    })
    if (result.ok) onClose()
  }
  return (
    <ConfirmDialog
      open
      danger={what === 'delete'}
      title={t('title', words)}
      confirmLabel={t('confirm')}
      pending={pending}
      error={failure && <FailureAlert failure={failure} />}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      <p>{t('body', words)}</p>
    </ConfirmDialog>
  )
}
