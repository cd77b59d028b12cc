'use client'
import { useTranslations } from 'next-intl'

import { useRouterAttachments } from '@/components/transit-router/use-router-attachments'
import { WriteDialog } from '@/components/write/write-dialog'
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
  const { transitRouterAttachmentId, transitRouterRouteTableId } = binding
  const known = attachments?.find(
    (one) => one.transitRouterAttachmentId === transitRouterAttachmentId,
  )
  const attachment = known?.transitRouterAttachmentName || transitRouterAttachmentId
  const words = { attachment, table: name }
  return (
    <WriteDialog
      danger
      title={t('endTitle', words)}
      confirmLabel={t('end')}
      typed={attachment}
      words={{ running: t('ending', words), done: t('ended', words) }}
      action={unbind}
      input={{ transitRouterAttachmentId, transitRouterRouteTableId }}
      onClose={onClose}
    >
      <p>{t('consequence', words)}</p>
    </WriteDialog>
  )
}
