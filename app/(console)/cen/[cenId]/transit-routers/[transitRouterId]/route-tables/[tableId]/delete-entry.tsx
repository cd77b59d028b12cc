'use client'
import { useTranslations } from 'next-intl'

import { deleteEntry } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/route-tables/actions'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { FailureAlert } from '@/components/write/failure-alert'
import { useWrite } from '@/components/write/use-write'
import type { RouteEntry } from '@/lib/route-tables/schema'

import { useOpenTable } from './table-context'

interface DeleteEntryProps {
  entry: RouteEntry
  onClose: () => void
}

export function DeleteEntry({ entry, onClose }: DeleteEntryProps) {
  const t = useTranslations('routeTables.deleteEntry')
  const { write, pending, failure } = useWrite()
  const { transitRouterRouteTableId } = useOpenTable().table
  const { transitRouterRouteEntryId } = entry
  const words = { prefix: entry.transitRouterRouteEntryDestinationCidrBlock }
  const remove = async () => {
    const result = await write(
      { running: t('running', words), done: t('done', words) },
      deleteEntry,
      { transitRouterRouteTableId, transitRouterRouteEntryId },
    )
    if (result.ok) onClose()
  }
  return (
    <ConfirmDialog
      open
      danger
      title={t('title', words)}
      confirmLabel={t('confirm')}
      pending={pending}
      error={failure && <FailureAlert failure={failure} />}
      onConfirm={() => void remove()}
      onClose={onClose}
    >
      <p>
        {t(entry.transitRouterRouteEntryNextHopType === 'BlackHole' ? 'blackhole' : 'body', words)}
      </p>
    </ConfirmDialog>
  )
}
