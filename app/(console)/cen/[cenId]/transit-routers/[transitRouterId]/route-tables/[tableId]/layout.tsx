import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'

import { readTables } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/reads'
import { routerSeed } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/seeds'
import { Prefetch, seed } from '@/components/query/prefetch'
import { currentAccess } from '@/lib/request/access'
import { isMissing, titleOf } from '@/lib/request/document'
import { listAssociations, listPropagations } from '@/lib/route-tables/bindings'
import { associationList, propagationList, routeTableList } from '@/lib/route-tables/queries'
import { isRouteTableId } from '@/lib/text/ids'

import { OpenTable } from './open-table'

interface TableLayoutProps {
  params: Promise<{ cenId: string; transitRouterId: string; tableId: string }>
  children: ReactNode
}

export async function generateMetadata({
  params,
}: Pick<TableLayoutProps, 'params'>): Promise<Metadata> {
  const { transitRouterId, tableId } = await params
  const access = await currentAccess()
  const read = async () =>
    (await readTables(access, transitRouterId)).find(
      (table) => table.transitRouterRouteTableId === tableId,
    )?.transitRouterRouteTableName
  return { title: await titleOf(read, tableId) }
}

export default async function TableLayout({ params, children }: TableLayoutProps) {
  const { cenId, transitRouterId, tableId } = await params
  if (!isRouteTableId(tableId)) notFound()
  const access = await currentAccess()
  const of = { transitRouterRouteTableId: tableId }
  const isThere = async () =>
    (await readTables(access, transitRouterId)).some(
      (table) => table.transitRouterRouteTableId === tableId,
    )
  if (await isMissing(isThere)) notFound()
  return (
    <Prefetch
      seeds={[
        routerSeed(access, { cenId, transitRouterId }),
        seed(routeTableList({ transitRouterId }), () => readTables(access, transitRouterId)),
        seed(associationList(of), () => listAssociations(access, of)),
        seed(propagationList(of), () => listPropagations(access, of)),
      ]}
    >
      <OpenTable cenId={cenId} transitRouterId={transitRouterId} tableId={tableId}>
        {children}
      </OpenTable>
    </Prefetch>
  )
}
