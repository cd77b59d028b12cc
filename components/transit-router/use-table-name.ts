'use client'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'

import type { RouteTable } from '@/lib/route-tables/schema'

/** Calls route tables by their names; the default table has none in the cloud and gets a word of ours. */
export function useTableName(): (
  tables: readonly RouteTable[] | undefined,
  tableId: string,
) => string {
  const t = useTranslations('ui')
  return useCallback(
    (tables, tableId) => {
      const table = tables?.find((one) => one.transitRouterRouteTableId === tableId)
      if (table?.transitRouterRouteTableName) return table.transitRouterRouteTableName
      return table?.transitRouterRouteTableType === 'System' ? t('systemTable') : tableId
    },
    [t],
  )
}
