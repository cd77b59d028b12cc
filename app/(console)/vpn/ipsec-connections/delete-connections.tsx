'use client'
import { useTranslations } from 'next-intl'

import { DeleteDrawer } from '@/components/bulk/delete-drawer'
import { isUnattached } from '@/lib/ipsec-connections/attach-state'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'
import { takesChanges } from '@/lib/query/polling'

import { deleteConnection } from './[regionId]/[vpnConnectionId]/actions'

interface DeleteConnectionsProps {
  of: readonly IpsecConnection[]
  onClose: () => void
}

const canGo = (connection: IpsecConnection) =>
  isUnattached(connection) && takesChanges(connection.state)

const named = ({ vpnConnectionId: id, name }: IpsecConnection) => ({ id, name })

/** Deletes those of the chosen connections that nothing is attached to. */
export function DeleteConnections({ of, onClose }: DeleteConnectionsProps) {
  const t = useTranslations('ipsecConnections.delete')
  const staying = of.filter((connection) => !canGo(connection))
  return (
    <DeleteDrawer
      title={t('manyTitle', { count: of.length })}
      body={t('manyBody')}
      items={of.filter(canGo).map((connection) => ({
        ...named(connection),
        act: (nonce) =>
          deleteConnection(
            { regionId: connection.regionId, vpnConnectionId: connection.vpnConnectionId },
            nonce,
          ),
      }))}
      staying={staying.map(named)}
      stays={t('cannot', { count: staying.length })}
      typed
      onClose={onClose}
    />
  )
}
