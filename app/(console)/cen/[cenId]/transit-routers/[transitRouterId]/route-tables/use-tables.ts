'use client'
import { useQuery } from '@tanstack/react-query'

import { attachmentList } from '@/lib/attachments/queries'
import type { Attachment } from '@/lib/attachments/schema'
import { pollByStatus } from '@/lib/polling'
import { routeTableList } from '@/lib/route-tables/queries'
import type { RouteTable } from '@/lib/route-tables/schema'
import { transitRouterView } from '@/lib/transit-routers/queries'

/** The route tables of a router, polled. */
export const useTables = (transitRouterId: string) =>
  useQuery({
    ...routeTableList({ transitRouterId }),
    refetchInterval: pollByStatus((tables: RouteTable[]) =>
      tables.map((table) => table.transitRouterRouteTableStatus),
    ),
  })

/** The attachments of a router: what its routes lead to and what its tables are bound to. */
export function useAttachments(cenId: string, transitRouterId: string) {
  const { data: router } = useQuery(transitRouterView(cenId, transitRouterId))
  return useQuery({
    ...attachmentList({ cenId, regionId: router?.regionId ?? '', transitRouterId }),
    enabled: router !== undefined,
    refetchInterval: pollByStatus((attachments: Attachment[]) =>
      attachments.map(({ status }) => status),
    ),
  })
}

export const nameOfTable = ({
  transitRouterRouteTableName,
  transitRouterRouteTableId,
}: RouteTable): string => transitRouterRouteTableName || transitRouterRouteTableId
