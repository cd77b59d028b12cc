'use client'
import { useQuery } from '@tanstack/react-query'

import type { Attachment } from '@/lib/attachments/schema'
import { pollByStatus } from '@/lib/query/polling'
import { associationList, propagationList, routeTableList } from '@/lib/route-tables/queries'
import type { Association, Propagation, RouteTable } from '@/lib/route-tables/schema'

const byStatus = pollByStatus((bindings: readonly { status: string }[]) =>
  bindings.map(({ status }) => status),
)

/** By which table an attachment forwards, which tables learn from it, and the tables there are. */
export function useRouting({ transitRouterId, transitRouterAttachmentId }: Attachment) {
  const tables = useQuery({
    ...routeTableList({ transitRouterId }),
    refetchInterval: pollByStatus((list: RouteTable[]) =>
      list.map((table) => table.transitRouterRouteTableStatus),
    ),
  })
  const association = useQuery({
    ...associationList({ transitRouterAttachmentId }),
    refetchInterval: byStatus,
    select: ([only]: Association[]) => only ?? null,
  })
  const propagations = useQuery({
    ...propagationList({ transitRouterId, transitRouterAttachmentId }),
    refetchInterval: byStatus,
    select: (list: Propagation[]) => list,
  })
  return { tables, association, propagations }
}
