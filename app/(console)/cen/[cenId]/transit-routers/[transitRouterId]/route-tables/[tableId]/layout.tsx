import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'

import { Prefetch, required, seed } from '@/components/prefetch'
import { currentAccess } from '@/lib/access'
import { isRouteTableId, isTransitRouterId } from '@/lib/resource-id'
import { listRouteTables } from '@/lib/route-tables/cloud'
import { routeTableList } from '@/lib/route-tables/queries'

import { OpenTable } from './open-table'

interface TableLayoutProps {
  params: Promise<{ cenId: string; transitRouterId: string; tableId: string }>
  children: ReactNode
}

export default async function TableLayout({ params, children }: TableLayoutProps) {
  const { cenId, transitRouterId, tableId } = await params
  if (!isTransitRouterId(transitRouterId) || !isRouteTableId(tableId)) notFound()
  const access = await currentAccess()
  const router = { transitRouterId }
  const tables = seed(routeTableList(router), () => listRouteTables(access, router))
  const isThere = (list: { transitRouterRouteTableId: string }[]) =>
    list.some(({ transitRouterRouteTableId }) => transitRouterRouteTableId === tableId)
  return (
    <Prefetch seeds={[required(tables, isThere)]}>
      <OpenTable cenId={cenId} transitRouterId={transitRouterId} tableId={tableId}>
        {children}
      </OpenTable>
    </Prefetch>
  )
}
