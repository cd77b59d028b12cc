'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'

import { useLightColumns } from '@/components/ipsec-connection/light-columns'
import { MadeBy } from '@/components/operation/made-by'
import { regionColumn } from '@/components/region/region-column'
import { useRegionName } from '@/components/region/use-region-name'
import { tagsColumn } from '@/components/resource/tags'
import { Code } from '@/components/ui/code'
import { NameAndId } from '@/components/ui/name-and-id'
import { Skeleton } from '@/components/ui/skeleton'
import type { TableColumn } from '@/components/ui/table-model'
import { attachStateOf, isUnattached } from '@/lib/ipsec-connections/attach-state'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'
import { routes } from '@/lib/navigation/routes'
import { operationOf } from '@/lib/tags/operation-tag'

import { AttachStatus, useAttachWord } from './attach-state'
import { RouterLink } from './router-link'

export interface ConnectionRow extends IpsecConnection {
  /** A name or id for each tunnel, and where it is known the address of the device. */
  gateways: { name: string; address: string; reading: boolean }[]
  /** Whether the CEN instance it is attached to is the account's own. */
  ownCen: boolean
}

/** @param everywhere the list is of all regions, and tells which. */
export function useConnectionColumns(everywhere: boolean): TableColumn<ConnectionRow>[] {
  const t = useTranslations('ipsecConnections.columns')
  const attachWord = useAttachWord()
  const lightColumns = useLightColumns()
  const regionName = useRegionName()
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('name'),
        value: ({ name, vpnConnectionId }) => `${name} ${vpnConnectionId}`.trim(),
        cell: ({ name, vpnConnectionId, regionId }) => (
          <NameAndId
            name={name}
            id={vpnConnectionId}
            href={routes.ipsecConnection(regionId, vpnConnectionId)}
          />
        ),
      },
      ...(everywhere
        ? [regionColumn(t('region'), regionName, ({ regionId }: ConnectionRow) => regionId)]
        : []),
      {
        id: 'attach',
        header: t('attach'),
        value: attachWord,
        cell: (row) => <Attachment row={row} />,
        choices: attachChoice,
      },
      {
        id: 'router',
        header: t('router'),
        value: ({ transitRouterName, transitRouterId }) => transitRouterName || transitRouterId,
        cell: (row) => <RouterLink connection={row} own={row.ownCen} />,
      },
      ...lightColumns<ConnectionRow>((row) => row),
      {
        id: 'gateways',
        header: t('gateways'),
        value: ({ gateways }) =>
          distinct(gateways)
            .map(({ name, address }) => `${name} ${address}`.trim())
            .join(', '),
        cell: ({ gateways }) =>
          distinct(gateways).map(({ name, address, reading }) => (
            <span key={name} className="block">
              <bdi>{name}</bdi>
              {address && <Code className="block text-muted">{address}</Code>}
              {reading && (
                <Code className="block">
                  <Skeleton className="w-24" />
                </Code>
              )}
            </span>
          )),
      },
      tagsColumn(t('tags')),
      {
        id: 'networkType',
        header: t('networkType'),
        value: ({ networkType }) => t(networkType === 'private' ? 'private' : 'public'),
        hidden: true,
      },
      {
        id: 'created',
        header: t('created'),
        value: ({ createTime }) => createTime,
        moment: 'minute',
        hidden: true,
      },
    ],
    [t, attachWord, lightColumns, everywhere, regionName],
  )
}

const distinct = (gateways: ConnectionRow['gateways']) => [
  ...new Map(gateways.map((gateway) => [gateway.name, gateway])).values(),
]

/** What the connection is bound to; an orphan that an operation of ours left behind leads to that operation. */
function Attachment({ row }: { row: ConnectionRow }) {
  const operationId = operationOf(row.tags)
  return (
    <>
      <AttachStatus connection={row} />
      {operationId && isUnattached(row) && (
        <div>
          <MadeBy operationId={operationId} />
        </div>
      )}
    </>
  )
}

/** What the address keeps of it, the same in every language. */
function attachChoice(row: ConnectionRow): string {
  const state = attachStateOf(row)
  return state === 'other' ? `${row.attachType} ${row.state}`.trim() : state
}
