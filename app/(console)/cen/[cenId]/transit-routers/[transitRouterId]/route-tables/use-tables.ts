'use client'
import { useQuery } from '@tanstack/react-query'

import { pollByStatus } from '@/lib/query/polling'
import { routeTableList } from '@/lib/route-tables/queries'
import type { RouteTable } from '@/lib/route-tables/schema'

/** The route tables of a router, polled. */
export const useTables = (transitRouterId: string) =>
  useQuery({
    ...routeTableList({ transitRouterId }),
    refetchInterval: pollByStatus((tables: RouteTable[]) =>
      tables.map((table) => table.transitRouterRouteTableStatus),
    ),
  })
