import type { ReactNode } from 'react'

import { readTables } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/reads'
import { Messages } from '@/components/messages/messages'
import { Prefetch, required, seed } from '@/components/query/prefetch'
import { currentAccess } from '@/lib/request/access'
import { routeTableList } from '@/lib/route-tables/queries'

import { TableNavigation } from './table-navigation'

interface RouteTablesLayoutProps {
  params: Promise<{ cenId: string; transitRouterId: string }>
  children: ReactNode
}

export default async function RouteTablesLayout({ params, children }: RouteTablesLayoutProps) {
  const { cenId, transitRouterId } = await params
  const access = await currentAccess()
  const tables = seed(routeTableList({ transitRouterId }), () =>
    readTables(access, transitRouterId),
  )
  return (
    <Messages of={['routeTables', 'rules']}>
      {/* Whether the open table exists is decided below, from the same read. */}
      <Prefetch seeds={[required(tables, () => true)]}>
        <div className="flex gap-6 max-md:flex-col">
          <TableNavigation cenId={cenId} transitRouterId={transitRouterId} />
          <div className="min-w-0 flex-1">{children}</div>
        </div>
      </Prefetch>
    </Messages>
  )
}
