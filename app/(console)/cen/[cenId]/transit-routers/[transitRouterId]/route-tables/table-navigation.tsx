'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useParams } from 'next/navigation'
import { useState } from 'react'

import { State, useStatusReason } from '@/components/resource/state'
import { useTableName } from '@/components/transit-router/use-table-name'
import { Badge } from '@/components/ui/badge'
import { Code } from '@/components/ui/code'
import { cx } from '@/components/ui/cx'
import { opened } from '@/components/ui/late'
import { Skeleton } from '@/components/ui/skeleton'
import { WriteButton } from '@/components/write/write-button'
import { routes } from '@/lib/navigation/routes'
import { transitRouterView } from '@/lib/transit-routers/queries'

import { useTables } from './use-tables'

const CreateTable = opened(() => import('./create-table').then((m) => m.CreateTable))

interface TableNavigationProps {
  cenId: string
  transitRouterId: string
}

/** The route tables of the router at the left of the open one. */
export function TableNavigation({ cenId, transitRouterId }: TableNavigationProps) {
  const t = useTranslations('routeTables')
  const { tableId } = useParams<{ tableId?: string }>()
  const { data: tables } = useTables(transitRouterId)
  const nameOf = useTableName()
  const reasonOf = useStatusReason()
  const { data: router } = useQuery(transitRouterView(cenId, transitRouterId))
  const [creating, setCreating] = useState(false)
  return (
    <nav aria-label={t('title')} className="shrink-0 md:w-52">
      <WriteButton
        permission="route-tables.write"
        className="mb-3 w-full"
        reason={reasonOf(router?.status)}
        onClick={() => setCreating(true)}
      >
        {t('create.open')}
      </WriteButton>
      <ul className="rounded-card border border-line">
        {!tables && (
          <li className="p-3">
            <Skeleton className="w-40" />
          </li>
        )}
        {tables?.map((table) => {
          const { transitRouterRouteTableId: id, transitRouterRouteTableStatus: status } = table
          const current = id === tableId
          return (
            <li key={id} className="border-line not-first:border-t">
              <Link
                href={routes.routeTable(cenId, transitRouterId, id)}
                prefetch={false}
                aria-current={current ? 'page' : undefined}
                className={cx(
                  'block border-l-2 px-3 py-2',
                  current
                    ? 'border-brand bg-brand-soft text-brand'
                    : 'border-transparent hover:bg-band',
                )}
              >
                <span className="flex items-center gap-2">
                  <bdi className="truncate font-medium">{nameOf(tables, id)}</bdi>
                  {table.transitRouterRouteTableType === 'System' && <Badge>{t('system')}</Badge>}
                </span>
                <Code className="block truncate text-muted">{id}</Code>
                {status !== 'Active' && <State kind="resource" of={status} />}
              </Link>
            </li>
          )
        })}
      </ul>
      {creating && (
        <CreateTable
          cenId={cenId}
          transitRouterId={transitRouterId}
          onClose={() => setCreating(false)}
        />
      )}
    </nav>
  )
}
