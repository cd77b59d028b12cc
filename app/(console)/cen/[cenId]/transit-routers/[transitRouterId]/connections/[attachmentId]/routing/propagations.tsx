'use client'
import { useTranslations } from 'next-intl'
import { Fragment, useState } from 'react'

import { useOpenAttachment } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/open-attachment'
import { TableLink } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/route-table/table-link'
import { State } from '@/components/resource/state'
import { Skeleton } from '@/components/ui/skeleton'
import { WriteButton } from '@/components/write/write-button'

import { PropagationsDialog } from './propagations-dialog'
import { useRouting } from './use-routing'

/** The tables that learn the attachment's routes, and the way to change which. */
export function Propagations() {
  const t = useTranslations('attachment.propagations')
  const { attachment } = useOpenAttachment()
  const { propagations, tables } = useRouting(attachment)
  const [open, setOpen] = useState(false)
  if (propagations.isPending || tables.isPending) return <Skeleton className="w-40" />
  if (propagations.error || tables.error) return <span className="text-error">{t('failed')}</span>
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      {propagations.data.length === 0 && <span className="text-warning">{t('none')}</span>}
      {propagations.data.map(({ transitRouterRouteTableId, status }) => (
        <Fragment key={transitRouterRouteTableId}>
          <TableLink tableId={transitRouterRouteTableId} tables={tables.data} />
          {status !== 'Active' && <State kind="resource" of={status} />}
        </Fragment>
      ))}
      <WriteButton
        permission="route-tables.bind"
        variant="link"
        aria-label={t('modifyName')}
        reason={attachment.status === 'Attached' ? undefined : t('busy')}
        onClick={() => setOpen(true)}
      >
        {t('modify')}
      </WriteButton>
      {/* After the button, which stays where it is when the last table forgets. */}
      {propagations.data.length === 0 && <span className="text-warning">{t('nobody')}</span>}
      {open && (
        <PropagationsDialog
          tables={tables.data}
          enabled={propagations.data.map((one) => one.transitRouterRouteTableId)}
          onClose={() => setOpen(false)}
        />
      )}
    </span>
  )
}
