import { notFound } from 'next/navigation'

import { inView, Prefetch, startOf } from '@/components/query/prefetch'
import { currentAccess } from '@/lib/request/access'
import { startOfRouteEntries } from '@/lib/route-tables/cloud'
import { routeEntryList, routeEntryStart } from '@/lib/route-tables/queries'
import { isRouteTableId } from '@/lib/text/ids'

import { Entries } from './entries'

interface EntriesTabProps {
  params: Promise<{ tableId: string }>
}

export default async function EntriesTab({ params }: EntriesTabProps) {
  const { tableId } = await params
  if (!isRouteTableId(tableId)) notFound()
  const access = await currentAccess()
  const of = { transitRouterRouteTableId: tableId }
  const read = async () => inView(await startOfRouteEntries(access, of))
  return (
    <Prefetch seeds={[startOf(routeEntryList(of), routeEntryStart(of), read)]}>
      <Entries />
    </Prefetch>
  )
}
