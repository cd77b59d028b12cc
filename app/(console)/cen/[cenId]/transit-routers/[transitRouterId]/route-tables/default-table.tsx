'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import { routes } from '@/lib/navigation/routes'

import { useTables } from './use-tables'

interface DefaultTableProps {
  cenId: string
  transitRouterId: string
}

/** Opens the default route table, so that its address is the one in the address bar. */
export function DefaultTable({ cenId, transitRouterId }: DefaultTableProps) {
  const t = useTranslations('routeTables')
  const navigation = useRouter()
  const tables = useTables(transitRouterId)
  const first =
    tables.data?.find((table) => table.transitRouterRouteTableType === 'System') ?? tables.data?.[0]
  const tableId = first?.transitRouterRouteTableId
  useEffect(() => {
    if (tableId) navigation.replace(routes.routeTable(cenId, transitRouterId, tableId))
  }, [navigation, cenId, transitRouterId, tableId])
  if (tables.error && !tables.data)
    return <ErrorState error={tables.error} onRetry={() => void tables.refetch()} />
  if (tables.data?.length === 0)
    return <EmptyState title={t('empty.title')}>{t('empty.body')}</EmptyState>
  return (
    <div className="flex flex-col gap-4">
      <Skeleton className="h-6 w-60" />
      <Skeleton className="h-80 w-full" />
    </div>
  )
}
