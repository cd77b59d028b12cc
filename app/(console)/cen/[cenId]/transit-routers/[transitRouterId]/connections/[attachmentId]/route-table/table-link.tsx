'use client'
import { useOpenAttachment } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/open-attachment'
import { useTableName } from '@/components/transit-router/use-table-name'
import { TextLink } from '@/components/ui/text-link'
import { routes } from '@/lib/navigation/routes'
import type { RouteTable } from '@/lib/route-tables/schema'

interface TableLinkProps {
  tableId: string
  tables: readonly RouteTable[]
}

/** A route table by its name, leading to its entries. */
export function TableLink({ tableId, tables }: TableLinkProps) {
  const { router } = useOpenAttachment()
  const nameOf = useTableName()
  return (
    <TextLink href={routes.routeTable(router.cenId, router.transitRouterId, tableId)}>
      <bdi>{nameOf(tables, tableId)}</bdi>
    </TextLink>
  )
}
