'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'

import { Code } from '@/components/ui/code'
import { WriteDialog } from '@/components/write/write-dialog'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'
import { routes } from '@/lib/navigation/routes'

import { deleteConnection } from './actions'

interface DeleteDialogProps {
  connection: IpsecConnection
  onClose: () => void
}

/** Asks for the name, deletes, and leads back to the list. */
export function DeleteDialog({ connection, onClose }: DeleteDialogProps) {
  const t = useTranslations('ipsecConnections.delete')
  const router = useRouter()
  const { regionId, vpnConnectionId } = connection
  const name = connection.name || vpnConnectionId
  const list = routes.ipsecConnectionsOf(regionId)
  return (
    <WriteDialog
      danger
      title={t('title', { name })}
      confirmLabel={t('open')}
      typed={name}
      words={{ running: t('running', { name }), done: t('done', { name }), href: list }}
      action={deleteConnection}
      input={{ regionId, vpnConnectionId }}
      onDone={() => router.push(list)}
      onClose={onClose}
    >
      <p>{t.rich('body', { id: () => <Code>{vpnConnectionId}</Code> })}</p>
    </WriteDialog>
  )
}
