'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type ReactNode, useMemo } from 'react'

import { NoTable } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/route-tables/no-table'
import { useTables } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/route-tables/use-tables'
import { State } from '@/components/resource/state'
import { StatusChanges } from '@/components/resource/status-changes'
import { useTableName } from '@/components/transit-router/use-table-name'
import { CopyableCode } from '@/components/ui/code'
import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import { Tabs } from '@/components/ui/tabs'
import { EditableText } from '@/components/write/editable-text'
import { routes } from '@/lib/navigation/routes'
import { associationList, propagationList, routeEntryList } from '@/lib/route-tables/queries'

import { changeDescription, changeName } from './actions'
import { DeleteTable } from './delete-table'
import { OpenTableProvider } from './table-context'

interface OpenTableProps {
  cenId: string
  transitRouterId: string
  tableId: string
  /** The open tab. */
  children: ReactNode
}

/** One route table: what it is, what can be done with it, its three tabs. */
export function OpenTable({ cenId, transitRouterId, tableId, children }: OpenTableProps) {
  const t = useTranslations('routeTables')
  const tables = useTables(transitRouterId)
  const name = useTableName()(tables.data, tableId)
  const table = tables.data?.find((one) => one.transitRouterRouteTableId === tableId)
  const of = { transitRouterRouteTableId: tableId }
  const enabled = table !== undefined
  const entries = useQuery({ ...routeEntryList(of), enabled, select: (list) => list.length })
  const associations = useQuery({ ...associationList(of), enabled, select: (list) => list.length })
  const propagations = useQuery({ ...propagationList(of), enabled, select: (list) => list.length })
  const followed = useMemo(
    () =>
      (tables.data ?? []).map((one) => ({
        id: one.transitRouterRouteTableId,
        name: one.transitRouterRouteTableName,
        status: one.transitRouterRouteTableStatus,
      })),
    [tables.data],
  )
  if (tables.error && !tables.data)
    return <ErrorState error={tables.error} onRetry={() => void tables.refetch()} />
  if (!table) return tables.isFetching ? <Skeleton className="h-6 w-60" /> : <NoTable />
  const place = { transitRouterId, transitRouterRouteTableId: tableId }
  const tab = (part: 'associations' | 'propagations') =>
    routes.routeTableTab(cenId, transitRouterId, tableId, part)
  return (
    <OpenTableProvider value={{ cenId, table, name }}>
      <section aria-label={name}>
        <header className="mb-2 flex items-start gap-4">
          <div className="min-w-0 flex-1">
            <EditableText
              permission="route-tables.write"
              label={t('fields.transitRouterRouteTableName.label')}
              value={table.transitRouterRouteTableName}
              shown={
                <h2 className="min-w-0 text-panel font-semibold break-words">
                  <bdi>{name}</bdi>
                </h2>
              }
              save={(edit, nonce) => changeName({ ...place, ...edit }, nonce)}
            />
            <div className="flex flex-wrap items-center gap-x-3 text-muted">
              <State kind="resource" of={table.transitRouterRouteTableStatus} />
              <CopyableCode text={tableId} />
              <span>
                {t(table.transitRouterRouteTableType === 'System' ? 'isSystem' : 'isCustom')}
              </span>
              {table.multiRegionECMP && <span>{t('fields.multiRegionECMP.label')}</span>}
            </div>
            <div className="flex items-baseline gap-x-2 text-muted">
              {t('fields.transitRouterRouteTableDescription.label')}
              <EditableText
                permission="route-tables.write"
                label={t('fields.transitRouterRouteTableDescription.label')}
                value={table.transitRouterRouteTableDescription}
                save={(edit, nonce) => changeDescription({ ...place, ...edit }, nonce)}
              />
            </div>
          </div>
          {table.transitRouterRouteTableType !== 'System' && (
            <DeleteTable bound={(associations.data ?? 0) + (propagations.data ?? 0)} />
          )}
        </header>
        <Tabs
          label={t('tabs.label')}
          tabs={[
            {
              href: routes.routeTable(cenId, transitRouterId, tableId),
              label: t('tabs.entries'),
              count: entries.data,
            },
            { href: tab('associations'), label: t('tabs.associations'), count: associations.data },
            { href: tab('propagations'), label: t('tabs.propagations'), count: propagations.data },
          ]}
        />
        <div className="pt-4">{children}</div>
        <StatusChanges of={followed} />
      </section>
    </OpenTableProvider>
  )
}
