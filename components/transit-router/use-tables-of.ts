'use client'
import { useQueries, type UseQueryResult } from '@tanstack/react-query'
import { useMemo } from 'react'

import { associationList, routeEntryList } from '@/lib/route-tables/queries'
import type { Association, RouteEntry } from '@/lib/route-tables/schema'
import type { RouterTables } from '@/lib/route-tables/way-back'

const dataOf = <Value>(results: UseQueryResult<Value>[]) => results.map(({ data }) => data)
const associationsOf = (results: UseQueryResult<Association[]>[]) => dataOf(results)
const entriesOf = (results: UseQueryResult<RouteEntry[]>[]) => dataOf(results)

/** The tables by which some attachments of a router forward, with what stands in them, as far as they are read. */
export function useTablesOf(attachmentIds: readonly string[]): RouterTables {
  const associations = useQueries({
    queries: attachmentIds.map((transitRouterAttachmentId) =>
      associationList({ transitRouterAttachmentId }),
    ),
    combine: associationsOf,
  })
  const tableOf = useMemo(
    () =>
      new Map(
        attachmentIds.flatMap((id, index) => {
          const read = associations[index]
          return read ? [[id, read[0]?.transitRouterRouteTableId ?? ''] as const] : []
        }),
      ),
    [attachmentIds, associations],
  )
  const tableIds = useMemo(() => [...new Set(tableOf.values())].filter(Boolean), [tableOf])
  const tables = useQueries({
    queries: tableIds.map((transitRouterRouteTableId) =>
      routeEntryList({ transitRouterRouteTableId }),
    ),
    combine: entriesOf,
  })
  return useMemo(
    () => ({
      tableOf,
      entriesOf: new Map(
        tableIds.flatMap((id, index) => {
          const read = tables[index]
          return read ? [[id, read] as const] : []
        }),
      ),
    }),
    [tableOf, tableIds, tables],
  )
}
