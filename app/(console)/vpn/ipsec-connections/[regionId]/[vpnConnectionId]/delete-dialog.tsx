'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'

import { Code } from '@/components/ui/code'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { FailureAlert } from '@/components/write/failure-alert'
import { useWrite } from '@/components/write/use-write'
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
  const { write, pending, failure } = useWrite()
  const { regionId, vpnConnectionId } = connection
  const name = connection.name || vpnConnectionId
  const run = async () => {
    const list = routes.ipsecConnectionsOf(regionId)
    const result = await write(
      { running: t('running', { name }), done: t('done', { name }), href: list },
      deleteConnection,
      { regionId, vpnConnectionId },
    )
    if (result.ok) router.push(list)
  }
  return (
    <ConfirmDialog
      open
      danger
      title={t('title', { name })}
      confirmLabel={t('open')}
      typed={name}
      pending={pending}
      error={failure && <FailureAlert failure={failure} />}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      <p>{t.rich('body', { id: () => <Code>{vpnConnectionId}</Code> })}</p>
    </ConfirmDialog>
  )
}
