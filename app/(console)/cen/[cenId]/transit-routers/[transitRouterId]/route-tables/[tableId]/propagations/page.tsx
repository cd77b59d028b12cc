'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'

import { BindingTable } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/route-tables/[tableId]/binding-table'
import { useOpenTable } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/route-tables/[tableId]/table-context'
import {
  propagate,
  stopPropagating,
} from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/route-tables/actions'
import { pollByStatus } from '@/lib/query/polling'
import { propagationList } from '@/lib/route-tables/queries'
import type { Propagation } from '@/lib/route-tables/schema'

/** The attachments whose routes this table learns. */
export default function PropagationsTab() {
  const t = useTranslations('routeTables.propagations')
  const { table } = useOpenTable()
  const bindings = useQuery({
    ...propagationList({ transitRouterRouteTableId: table.transitRouterRouteTableId }),
    refetchInterval: pollByStatus((list: Propagation[]) => list.map(({ status }) => status)),
  })
  return (
    <BindingTable
      kind="propagations"
      bindings={bindings}
      bind={propagate}
      unbind={stopPropagating}
      reasonOf={({ transitRouterAttachmentId }) =>
        bindings.data?.some((one) => one.transitRouterAttachmentId === transitRouterAttachmentId)
          ? t('already')
          : undefined
      }
    />
  )
}
