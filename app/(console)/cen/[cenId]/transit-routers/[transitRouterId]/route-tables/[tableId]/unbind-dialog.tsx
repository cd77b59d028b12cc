'use client'
import { useTranslations } from 'next-intl'

import { useRouterAttachments } from '@/components/transit-router/use-router-attachments'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { FailureAlert } from '@/components/write/failure-alert'
import { useWrite } from '@/components/write/use-write'
import type { ActionResult } from '@/lib/request/result'
import type { Association, TableBinding } from '@/lib/route-tables/schema'

import { useOpenTable } from './table-context'

interface UnbindDialogProps {
  kind: 'associations' | 'propagations'
  binding: Association
  unbind: (binding: TableBinding, nonce: string) => Promise<ActionResult<unknown>>
  onClose: () => void
}

/** Ends an association or a propagation, after saying what stops. */
export function UnbindDialog({ kind, binding, unbind, onClose }: UnbindDialogProps) {
  const t = useTranslations(`routeTables.${kind}`)
  const { cenId, table, name } = useOpenTable()
  const { attachments } = useRouterAttachments({
    cenId,
    transitRouterId: table.transitRouterId,
  })
  const { write, pending, failure } = useWrite()
  const { transitRouterAttachmentId, transitRouterRouteTableId } = binding
  const known = attachments?.find(
    (one) => one.transitRouterAttachmentId === transitRouterAttachmentId,
  )
  const attachment = known?.transitRouterAttachmentName || transitRouterAttachmentId
  const words = { attachment, table: name }
  const end = async () => {
    const result = await write({ running: t('ending', words), done: t('ended', words) }, unbind, {
      transitRouterAttachmentId,
      transitRouterRouteTableId,
    })
    if (result.ok) onClose()
  }
  return (
    <ConfirmDialog
      open
      danger
      title={t('endTitle', words)}
      confirmLabel={t('end')}
      typed={attachment}
      pending={pending}
      error={failure && <FailureAlert failure={failure} />}
      onConfirm={() => void end()}
      onClose={onClose}
    >
      <p>{t('consequence', words)}</p>
    </ConfirmDialog>
  )
}
