'use client'
import { useTranslations } from 'next-intl'

import { WriteDialog } from '@/components/write/write-dialog'
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
  const { routeDest } = route
  const weight = route.weight === 0 ? '0' : '100'
  const words = { prefix: routeDest, weight: weight === '0' ? 100 : 0 }
  return (
    <WriteDialog
      danger={what === 'delete'}
      title={t('title', words)}
      confirmLabel={t('confirm')}
      words={{ running: t('running', words), done: t('done', words) }}
      action={what === 'delete' ? deleteRoute : changeRouteWeight}
      input={{ regionId, vpnConnectionId, routeDest, weight }}
      onClose={onClose}
    >
      <p>{t('body', words)}</p>
    </WriteDialog>
  )
}
