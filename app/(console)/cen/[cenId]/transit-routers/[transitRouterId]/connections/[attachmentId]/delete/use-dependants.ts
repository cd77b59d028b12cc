'use client'
import { useQueries } from '@tanstack/react-query'

import { useOpenAttachment } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/open-attachment'
import { useRouting } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/routing/use-routing'
import { useTableName } from '@/components/transit-router/use-table-name'
import { routeEntryList } from '@/lib/route-tables/queries'
import type { RouteEntry } from '@/lib/route-tables/schema'

/** What exists because of the open attachment: its association, its propagations, the routes that lead to it. */
export function useDependants() {
  const { attachment } = useOpenAttachment()
  const { tables, association, propagations } = useRouting(attachment)
  const tableIds = (tables.data ?? []).map((table) => table.transitRouterRouteTableId)
  const entries = useQueries({
    queries: tableIds.map((transitRouterRouteTableId) =>
      routeEntryList({
        transitRouterRouteTableId,
        transitRouterRouteEntryNextHopId: attachment.transitRouterAttachmentId,
      }),
    ),
    combine: (results) => ({
      all: results.flatMap(({ data = [] }: { data?: RouteEntry[] | undefined }, index) =>
        data.map((entry) => ({ ...entry, tableId: tableIds[index] ?? '' })),
      ),
      isPending: results.some(({ isPending }) => isPending),
      error: results.find(({ error }) => error)?.error ?? null,
    }),
  })
  const tableName = useTableName()
  const nameOf = (tableId: string) => tableName(tables.data, tableId)
  const { all } = entries
  const staticRoutes = all.filter((entry) => entry.transitRouterRouteEntryType === 'Static')
  return {
    nameOf,
    association: association.data,
    propagations: propagations.data ?? [],
    staticRoutes,
    learnedRoutes: all.filter((entry) => entry.transitRouterRouteEntryType !== 'Static'),
    /** The same, as the operation compares it with what is there when it begins. */
    reviewed: {
      status: attachment.status,
      routes: staticRoutes.map((entry) => ({
        routeTableId: entry.tableId,
        destination: entry.transitRouterRouteEntryDestinationCidrBlock,
      })),
      propagations: (propagations.data ?? []).map((one) => one.transitRouterRouteTableId),
      associations: association.data ? [association.data.transitRouterRouteTableId] : [],
    },
    isPending:
      tables.isPending || association.isPending || propagations.isPending || entries.isPending,
    error: tables.error ?? association.error ?? propagations.error ?? entries.error,
  }
}
