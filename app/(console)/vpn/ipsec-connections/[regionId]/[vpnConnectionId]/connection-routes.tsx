'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useCallback, useMemo, useState } from 'react'

import { Updated } from '@/components/query/updated'
import { useStatusColumn } from '@/components/resource/state'
import { Alert } from '@/components/ui/alert'
import { EmptyState } from '@/components/ui/empty-state'
import { NameAndId } from '@/components/ui/name-and-id'
import { Table } from '@/components/ui/table'
import type { TableColumn } from '@/components/ui/table-model'
import { WriteButton } from '@/components/write/write-button'
import { isUnattached } from '@/lib/ipsec-connections/attach-state'
import { vcoRouteEntryList } from '@/lib/ipsec-connections/queries'
import { type VcoRouteEntry, isTold } from '@/lib/ipsec-connections/schema'
import { pollQuietly } from '@/lib/query/polling'

import { CreateRoute } from './create-route'
import { useOpenConnection } from './open-connection'
import { RouteDialog } from './route-dialog'

/** More rows than this are drawn only where they are in view. */
const LONG = 50
/** The routes of the connection's own table: written by hand, learned by BGP, told to the peer. */
export function ConnectionRoutes() {
  const t = useTranslations('ipsecConnections.routes')
  const connection = useOpenConnection()
  const { regionId, vpnConnectionId, tunnels } = connection
  const [open, setOpen] = useState<Open | undefined>()
  const close = () => setOpen(undefined)
  const query = useQuery({
    ...vcoRouteEntryList({ regionId, vpnConnectionId }),
    refetchInterval: pollQuietly,
  })
  return (
    <div className="flex flex-col gap-3">
      {!isUnattached(connection) && <Alert>{t('ecmp', { tunnels: tunnels.length })}</Alert>}
      <Table
        name="vco-routes"
        label={t('title')}
        prefix="routes"
        columns={useRouteColumns(setOpen)}
        rows={query.data}
        rowId={({ routeEntryType, routeDest, source, nextHop, weight }) =>
          [routeEntryType, routeDest, source, nextHop, weight].join(' ')
        }
        error={query.error}
        onRetry={() => void query.refetch()}
        long={(query.data?.length ?? 0) > LONG}
        note={<Updated query={query} />}
        actions={
          // Alibaba: CreateVcoRouteEntry: of a bound connection.
          !isUnattached(connection) && (
            <WriteButton
              permission="ipsec-connections.write"
              onClick={() => setOpen({ what: 'create' })}
            >
              {t('do.create.open')}
            </WriteButton>
          )
        }
        empty={
          <EmptyState title={t('empty.title')}>
            {t(isUnattached(connection) ? 'empty.unattached' : 'empty.body')}
          </EmptyState>
        }
      />
      {open?.what === 'create' && <CreateRoute routes={query.data ?? []} onClose={close} />}
      {open && open.what !== 'create' && <RouteDialog {...open} onClose={close} />}
    </div>
  )
}

/** What is open over the list. */
type Open = { what: 'create' } | { what: 'weight' | 'delete'; route: VcoRouteEntry }

/** Where a route leads: one or both tunnels, the connection as a whole, or the router behind it. */
const hopsOf = ({ nextHopTunnelIdList, nextHop }: VcoRouteEntry): string[] =>
  nextHopTunnelIdList.length > 0 ? nextHopTunnelIdList : nextHop ? [nextHop] : []

/** What the next hops of a connection's routes are called. */
function useHopName(): (id: string) => string {
  const t = useTranslations('ipsecConnections.psk')
  const { vpnConnectionId, name, transitRouterId, transitRouterName, tunnels } = useOpenConnection()
  return useCallback(
    (id) => {
      if (id === vpnConnectionId) return name
      if (id === transitRouterId) return transitRouterName
      const tunnel = tunnels.findIndex(({ tunnelId }) => tunnelId === id)
      return tunnel < 0 ? '' : t('tunnel', { number: tunnel + 1 })
    },
    [t, vpnConnectionId, name, transitRouterId, transitRouterName, tunnels],
  )
}

const kindOf = (route: VcoRouteEntry) =>
  isTold(route) ? 'told' : route.routeEntryType === 'bgp' ? 'learned' : 'static'

function useRouteColumns(onOpen: (open: Open) => void): TableColumn<VcoRouteEntry>[] {
  const t = useTranslations('ipsecConnections.routes')
  const nameOf = useHopName()
  const statusColumn = useStatusColumn()
  return useMemo(
    () => [
      {
        id: 'destination',
        header: t('destination'),
        value: ({ routeDest }) => routeDest,
        mono: true,
      },
      {
        id: 'type',
        header: t('type'),
        value: (route) => t(kindOf(route)),
        choices: kindOf,
      },
      { ...statusColumn<VcoRouteEntry>(t('state'), ({ state }) => state), id: 'state' },
      {
        id: 'nextHop',
        header: t('nextHop'),
        value: (route) =>
          hopsOf(route)
            .map((id) => `${nameOf(id)} ${id}`.trim())
            .join(', '),
        cell: (route) =>
          hopsOf(route).map((id) => <NameAndId key={id} name={nameOf(id)} id={id} />),
      },
      {
        id: 'weight',
        header: t('weight'),
        value: ({ weight }) => weight,
        align: 'end',
        mono: true,
        hidden: true,
      },
      { id: 'asPath', header: t('asPath'), value: ({ asPath }) => asPath, mono: true },
      {
        id: 'community',
        header: t('community'),
        value: ({ community }) => community,
        mono: true,
        hidden: true,
      },
      {
        id: 'created',
        header: t('created'),
        value: ({ createTime }) => createTime,
        moment: 'minute',
      },
      {
        id: 'actions',
        header: t('actions'),
        value: () => '',
        cell: (route) =>
          kindOf(route) === 'static' && (
            <span className="flex gap-3">
              {(['weight', 'delete'] as const).map((what) => (
                <WriteButton
                  permission={`ipsec-connections.${what === 'delete' ? 'delete' : 'write'}`}
                  key={what}
                  variant="link"
                  aria-label={t(`do.${what}.open`, { prefix: route.routeDest })}
                  onClick={() => onOpen({ what, route })}
                >
                  {t(`do.${what}.short`)}
                </WriteButton>
              ))}
            </span>
          ),
        actions: true,
      },
    ],
    [t, nameOf, statusColumn, onOpen],
  )
}
