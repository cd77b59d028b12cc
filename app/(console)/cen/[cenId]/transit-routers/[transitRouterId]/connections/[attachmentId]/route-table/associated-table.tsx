'use client'
import { useTranslations } from 'next-intl'

import {
  MODIFY,
  useOpenAttachment,
} from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/open-attachment'
import { useRouting } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/routing/use-routing'
import { State } from '@/components/resource/state'
import { Code } from '@/components/ui/code'
import { Skeleton } from '@/components/ui/skeleton'
import { useAddressState } from '@/components/ui/use-address-state'
import { WriteButton } from '@/components/write/write-button'

import { ModifyRouteTable } from './modify'
import { TableLink } from './table-link'

/** The table by which the attachment forwards, and the way to change it. */
export function AssociatedTable() {
  const t = useTranslations('attachment.associated')
  const { attachment } = useOpenAttachment()
  const { association, tables } = useRouting(attachment)
  // The table that the change leads to; empty while none is chosen.
  const [to, setTo] = useAddressState(MODIFY)
  if (association.isPending || tables.isPending) return <Skeleton className="w-64" />
  if (association.error || tables.error) return <span className="text-error">{t('failed')}</span>
  const bound = association.data
  const settled = attachment.status === 'Attached' && (!bound || bound.status === 'Active')
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-2">
        {bound ? (
          <TableLink tableId={bound.transitRouterRouteTableId} tables={tables.data} />
        ) : (
          <span className="text-warning">{t('none')}</span>
        )}
        <WriteButton
          permission="attachments.replace-table"
          variant="link"
          aria-label={t('modifyName')}
          reason={settled ? undefined : t('busy')}
          onClick={() => setTo('')}
        >
          {bound ? t('modify') : t('associate')}
        </WriteButton>
      </div>
      {/* A line of its own: the status comes and goes within it, and what stands below stays. */}
      <div className="flex min-h-5 flex-wrap items-center gap-x-2">
        {!bound && <span className="text-warning">{t('nothing')}</span>}
        {bound && (
          <>
            <Code className="text-muted">{bound.transitRouterRouteTableId}</Code>
            {bound.status !== 'Active' && <State kind="resource" of={bound.status} />}
          </>
        )}
      </div>
      {to !== undefined && (
        <ModifyRouteTable to={to} onChoose={setTo} onClose={() => setTo(undefined)} />
      )}
    </>
  )
}
