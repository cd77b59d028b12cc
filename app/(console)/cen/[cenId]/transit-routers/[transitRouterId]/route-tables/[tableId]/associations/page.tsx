'use client'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'

import { BindingTable } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/route-tables/[tableId]/binding-table'
import { useOpenTable } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/route-tables/[tableId]/table-context'
import {
  associate,
  dissociate,
} from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/route-tables/actions'
import { useTables } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/route-tables/use-tables'
import { useTableName } from '@/components/transit-router/use-table-name'
import { pollByStatus } from '@/lib/query/polling'
import { associationList } from '@/lib/route-tables/queries'
import type { Association } from '@/lib/route-tables/schema'

/** The attachments that forward by this table. */
export default function AssociationsTab() {
  const t = useTranslations('routeTables.associations')
  const { table } = useOpenTable()
  const nameOf = useTableName()
  const { data: tables = [] } = useTables(table.transitRouterId)
  const bindings = useQuery({
    ...associationList({ transitRouterRouteTableId: table.transitRouterRouteTableId }),
    refetchInterval: pollByStatus((list: Association[]) => list.map(({ status }) => status)),
  })
  // An attachment has at most one association, so those of the other tables count too.
  const tableOf = useQueries({
    queries: tables.map(({ transitRouterRouteTableId }) =>
      associationList({ transitRouterRouteTableId }),
    ),
    combine: (results) =>
      new Map(
        results.flatMap(({ data }, index) =>
          (data ?? []).map(({ transitRouterAttachmentId }) => [
            transitRouterAttachmentId,
            tables[index],
          ]),
        ),
      ),
  })
  return (
    <BindingTable
      kind="associations"
      bindings={bindings}
      bind={associate}
      unbind={dissociate}
      reasonOf={({ transitRouterAttachmentId }) => {
        const other = tableOf.get(transitRouterAttachmentId)
        return other && t('elsewhere', { table: nameOf(tables, other.transitRouterRouteTableId) })
      }}
    />
  )
}
