'use client'
import { useTranslations } from 'next-intl'

import { deleteEntry } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/route-tables/actions'
import { WriteDialog } from '@/components/write/write-dialog'
import type { RouteEntry } from '@/lib/route-tables/schema'

import { useOpenTable } from './table-context'

interface DeleteEntryProps {
  entry: RouteEntry
  onClose: () => void
}

export function DeleteEntry({ entry, onClose }: DeleteEntryProps) {
  const t = useTranslations('routeTables.deleteEntry')
  const { transitRouterRouteTableId } = useOpenTable().table
  const { transitRouterRouteEntryId } = entry
  const words = { prefix: entry.transitRouterRouteEntryDestinationCidrBlock }
  return (
    <WriteDialog
      danger
      title={t('title', words)}
      confirmLabel={t('confirm')}
      words={{ running: t('running', words), done: t('done', words) }}
      action={deleteEntry}
      input={{ transitRouterRouteTableId, transitRouterRouteEntryId }}
      onClose={onClose}
    >
      <p>
        {t(entry.transitRouterRouteEntryNextHopType === 'BlackHole' ? 'blackhole' : 'body', words)}
      </p>
    </WriteDialog>
  )
}
