'use client'
import { TextLink } from '@/components/ui/text-link'
import type { RouteTable } from '@/lib/route-tables/schema'
import { routes } from '@/lib/routes'

import { useOpenAttachment } from './open-attachment'

interface TableLinkProps {
  tableId: string
  tables: readonly RouteTable[]
}

/** A route table by its name, leading to its entries. */
export function TableLink({ tableId, tables }: TableLinkProps) {
  const { router } = useOpenAttachment()
  const table = tables.find((one) => one.transitRouterRouteTableId === tableId)
  return (
    <TextLink href={routes.routeTable(router.cenId, router.transitRouterId, tableId)}>
      <bdi>{table?.transitRouterRouteTableName || tableId}</bdi>
    </TextLink>
  )
}
