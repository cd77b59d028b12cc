'use client'
import { useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'

import { useRegionName } from '@/components/region/use-region-name'
import { attachmentList } from '@/lib/attachments/queries'
import { cenList } from '@/lib/cen/queries'
import { customerGatewayList } from '@/lib/customer-gateways/queries'
import { ipsecConnectionList } from '@/lib/ipsec-connections/queries'
import { type Destination, destinationsOf } from '@/lib/navigation/destinations'
import { routeTableList } from '@/lib/route-tables/queries'
import { transitRouterList } from '@/lib/transit-routers/queries'

export type { Destination } from '@/lib/navigation/destinations'

export interface DestinationGroup {
  /** Catalogue key below `palette.group`. */
  value: Destination['group']
  items: Destination[]
}

const FRESH_MS = 30_000
const order = [
  'pages',
  'cens',
  'routers',
  'attachments',
  'connections',
  'gateways',
  'tables',
  'actions',
] as const satisfies readonly Destination['group'][]

/** The rows of several lists as one, and which of the lists failed. */
const together = <Row>(lists: UseQueryResult<Row[]>[]) => ({
  rows: lists.flatMap(({ data }) => data ?? []),
  failed: lists.map(({ isError }) => isError),
  pending: lists.some(({ isPending }) => isPending),
  retry: () => {
    for (const { isError, refetch } of lists) if (isError) void refetch()
  },
})

/** Everything the palette can go to, as far as it has been read, and what could not be read. */
export function useDestinations() {
  const t = useTranslations()
  const regionName = useRegionName()
  const cens = useQuery({ ...cenList(), staleTime: FRESH_MS })
  const routers = useQueries({
    queries: (cens.data ?? []).map(({ cenId }) => ({
      ...transitRouterList({ cenId }),
      staleTime: FRESH_MS,
    })),
    combine: together,
  })
  const places = routers.rows.map(({ cenId, regionId, transitRouterId }) => ({
    cenId,
    regionId,
    transitRouterId,
  }))
  const regions = [...new Set(places.map(({ regionId }) => regionId))]
  const attachments = useQueries({
    queries: places.map((place) => ({ ...attachmentList(place), staleTime: FRESH_MS })),
    combine: together,
  })
  const tables = useQueries({
    queries: places.map(({ transitRouterId }) => ({
      ...routeTableList({ transitRouterId }),
      staleTime: FRESH_MS,
    })),
    combine: together,
  })
  const connections = useQueries({
    queries: regions.map((regionId) => ({
      ...ipsecConnectionList({ regionId }),
      staleTime: FRESH_MS,
    })),
    combine: together,
  })
  const gateways = useQueries({
    queries: regions.map((regionId) => ({
      ...customerGatewayList({ regionId }),
      staleTime: FRESH_MS,
    })),
    combine: together,
  })

  const groups = useMemo(() => {
    const all = destinationsOf(
      {
        cens: cens.data ?? [],
        routers: routers.rows,
        attachments: attachments.rows,
        tables: tables.rows,
        connections: connections.rows,
        gateways: gateways.rows,
      },
      (page) => t(page),
      (router) => t('palette.createOn', { router }),
    )
    return order
      .map((value): DestinationGroup => ({
        value,
        items: all.filter(({ group }) => group === value),
      }))
      .filter(({ items }) => items.length > 0)
  }, [cens.data, routers, attachments, tables, connections, gateways, t])

  const inRegion = (group: Destination['group'], regionId: string) =>
    t('palette.in', { group: t(`palette.group.${group}`), region: regionName(regionId) })
  const lost = (group: Destination['group'], failed: boolean[], where: readonly string[]) => {
    const lostRegions = new Set(where.filter((_, index) => failed[index]))
    return [...lostRegions].map((regionId) => inRegion(group, regionId))
  }
  const routerRegions = places.map(({ regionId }) => regionId)
  return {
    groups,
    reading:
      cens.isPending || [routers, attachments, tables, connections, gateways].some(isPending),
    failed: [
      ...(cens.isError ? [t('palette.group.cens')] : []),
      ...(routers.failed.includes(true) ? [t('palette.group.routers')] : []),
      ...lost('attachments', attachments.failed, routerRegions),
      ...lost('tables', tables.failed, routerRegions),
      ...lost('connections', connections.failed, regions),
      ...lost('gateways', gateways.failed, regions),
    ],
    retry: () => {
      if (cens.isError) void cens.refetch()
      for (const { retry } of [routers, attachments, tables, connections, gateways]) retry()
    },
  }
}

const isPending = ({ pending }: { pending: boolean }) => pending
