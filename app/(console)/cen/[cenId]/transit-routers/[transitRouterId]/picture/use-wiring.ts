'use client'
import { useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useMemo } from 'react'

import { useRouterAttachments } from '@/components/transit-router/use-router-attachments'
import type { Attachment } from '@/lib/attachments/schema'
import { ipsecConnectionList } from '@/lib/ipsec-connections/queries'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'
import { pollQuietly } from '@/lib/query/polling'
import { associationList, propagationList, routeTableList } from '@/lib/route-tables/queries'
import type { Association, RouteTable } from '@/lib/route-tables/schema'

/** One attachment, what it forwards by, where it is learned into, and the connection behind it where there is one. */
export interface Wire {
  attachment: Attachment
  connection?: IpsecConnection
  /** The tables by their ids. */
  forwardsBy: string[]
  learnedInto: string[]
}

const together = (lists: UseQueryResult<Association[]>[]) => ({
  rows: lists.flatMap(({ data }) => data ?? []),
  error: lists.find(({ error }) => error)?.error ?? null,
  isPending: lists.some(({ isPending }) => isPending),
  refetch: () => {
    for (const { isError, refetch } of lists) if (isError) void refetch()
  },
})

/** How the attachments and the tables of a router hang together. */
export function useWiring({ cenId, transitRouterId }: { cenId: string; transitRouterId: string }) {
  const { router, attachments, query } = useRouterAttachments({ cenId, transitRouterId })
  const tables = useQuery(routeTableList({ transitRouterId }))
  const propagations = useQuery({
    ...propagationList({ transitRouterId }),
    refetchInterval: pollQuietly,
  })
  const associations = useQueries({
    queries: (tables.data ?? []).map(({ transitRouterRouteTableId }) => ({
      ...associationList({ transitRouterRouteTableId }),
      refetchInterval: pollQuietly,
    })),
    combine: together,
  })
  const connections = useQuery({
    ...ipsecConnectionList({ regionId: router?.regionId ?? '' }),
    enabled: router !== undefined,
    refetchInterval: pollQuietly,
  })
  const wires = useMemo(() => {
    if (!attachments || !propagations.data || associations.isPending) return undefined
    const byId = new Map(connections.data?.map((each) => [each.vpnConnectionId, each]))
    const tablesOf = (
      bindings: readonly Pick<
        Association,
        'transitRouterAttachmentId' | 'transitRouterRouteTableId'
      >[],
      id: string,
    ) =>
      bindings
        .filter(({ transitRouterAttachmentId }) => transitRouterAttachmentId === id)
        .map(({ transitRouterRouteTableId }) => transitRouterRouteTableId)
    return attachments.map((attachment): Wire => {
      const id = attachment.transitRouterAttachmentId
      const connection = byId.get(attachment.resourceId)
      return {
        attachment,
        ...(connection && { connection }),
        forwardsBy: tablesOf(associations.rows, id),
        learnedInto: tablesOf(propagations.data, id),
      }
    })
  }, [attachments, propagations.data, associations, connections.data])
  const error = query.error ?? tables.error ?? propagations.error ?? associations.error
  const retry = () => {
    for (const each of [query, tables, propagations]) if (each.isError) void each.refetch()
    associations.refetch()
  }
  return { wires, tables: tables.data ?? noTables, error, retry }
}

const noTables: readonly RouteTable[] = []
