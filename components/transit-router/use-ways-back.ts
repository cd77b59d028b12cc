'use client'
import { useQueries, type UseQueryResult } from '@tanstack/react-query'
import { useMemo } from 'react'

import type { NextHop } from '@/lib/route-tables/longest-match'
import { associationList, routeEntryList } from '@/lib/route-tables/queries'
import type { Association, RouteEntry } from '@/lib/route-tables/schema'
import { type RouterTables, type WayBack, wayBackOf } from '@/lib/route-tables/way-back'

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

/** How each of some next hops finds back to the network behind an attachment, by the id of the hop. */
export function useWaysBack(
  hops: readonly NextHop[],
  home: readonly string[],
  attachmentId: string,
): ReadonlyMap<string, WayBack> {
  const ids = useMemo(
    () => hops.filter(({ resourceType }) => resourceType !== 'TR').map((hop) => hop.attachmentId),
    [hops],
  )
  const tables = useTablesOf(ids)
  return useMemo(
    () =>
      new Map(hops.map((hop) => [hop.attachmentId, wayBackOf(hop, home, attachmentId, tables)])),
    [hops, home, attachmentId, tables],
  )
}
