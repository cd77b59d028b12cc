import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'

import { readTables } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/reads'
import { currentAccess } from '@/lib/request/access'
import { isMissing } from '@/lib/request/document'
import { isRouteTableId } from '@/lib/text/ids'

import { OpenTable } from './open-table'

interface TableLayoutProps {
  params: Promise<{ cenId: string; transitRouterId: string; tableId: string }>
  children: ReactNode
}

export default async function TableLayout({ params, children }: TableLayoutProps) {
  const { cenId, transitRouterId, tableId } = await params
  if (!isRouteTableId(tableId)) notFound()
  const { profile } = await currentAccess()
  const isThere = async () =>
    (await readTables(profile, transitRouterId)).some(
      (table) => table.transitRouterRouteTableId === tableId,
    )
  if (await isMissing(isThere)) notFound()
  return (
    <OpenTable cenId={cenId} transitRouterId={transitRouterId} tableId={tableId}>
      {children}
    </OpenTable>
  )
}
