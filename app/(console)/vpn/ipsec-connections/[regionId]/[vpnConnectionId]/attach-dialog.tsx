'use client'
import { useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'

import { PartialFailure, retryFailed } from '@/components/query/partial-failure'
import { Code } from '@/components/ui/code'
import { Dialog } from '@/components/ui/dialog'
import { Skeleton } from '@/components/ui/skeleton'
import { TextLink } from '@/components/ui/text-link'
import { cenList } from '@/lib/cen/queries'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'
import { routes } from '@/lib/navigation/routes'
import { transitRouterList } from '@/lib/transit-routers/queries'
import type { TransitRouter } from '@/lib/transit-routers/schema'

interface AttachDialogProps {
  connection: IpsecConnection
  onClose: () => void
}

/** The routers of the region of a connection, each a way to the form with the connection chosen. */
export function AttachDialog({ connection, onClose }: AttachDialogProps) {
  const t = useTranslations('ipsecConnections.attachTo')
  const cens = useQuery(cenList())
  const { lists, routers, isPending } = useQueries({
    queries: (cens.data ?? []).map(({ cenId }) => transitRouterList({ cenId })),
    combine: together,
  })
  const here = routers.filter(({ regionId }) => regionId === connection.regionId)
  const isReading = cens.isPending || isPending
  const unread = [cens, ...lists].filter(({ isError }) => isError)
  const nameOf = (cenId: string) => cens.data?.find((cen) => cen.cenId === cenId)?.name || cenId
  return (
    <Dialog open onClose={onClose} title={t('label')} description={t('about')}>
      <PartialFailure
        what={unread.length > 0 ? [t('routers')] : []}
        onRetry={retryFailed(unread)}
      />
      <ul className="flex flex-col gap-2">
        {here.map(({ cenId, transitRouterId, transitRouterName }) => (
          <li key={transitRouterId}>
            <TextLink
              href={routes.attachConnection(cenId, transitRouterId, connection.vpnConnectionId)}
            >
              <bdi>{transitRouterName || transitRouterId}</bdi>
            </TextLink>{' '}
            <Code className="text-muted">{transitRouterId}</Code>{' '}
            <bdi className="text-muted">{nameOf(cenId)}</bdi>
          </li>
        ))}
      </ul>
      {isReading && <Skeleton className="w-60" />}
      {!isReading && here.length === 0 && unread.length === 0 && <p>{t('none')}</p>}
    </Dialog>
  )
}

const together = (lists: UseQueryResult<TransitRouter[]>[]) => ({
  lists: lists.map(({ isError, refetch }) => ({ isError, refetch })),
  routers: lists.flatMap(({ data }) => data ?? []),
  isPending: lists.some(({ isPending }) => isPending),
})
