'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'

import { ConnectionLight, useLightWord } from '@/components/ipsec-connection/light'
import { useStatusColumn } from '@/components/resource/state'
import { useTypeWord } from '@/components/resource/use-type-word'
import { useTableName } from '@/components/transit-router/use-table-name'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { NameAndId } from '@/components/ui/name-and-id'
import { Skeleton } from '@/components/ui/skeleton'
import { Table } from '@/components/ui/table'
import type { TableColumn } from '@/components/ui/table-model'
import { TextLink } from '@/components/ui/text-link'
import { useWordList } from '@/components/ui/use-word-list'
import { lightsOf } from '@/lib/ipsec-connections/lights'
import { routes } from '@/lib/navigation/routes'
import type { RouteTable } from '@/lib/route-tables/schema'

import { Drawing } from './drawing'
import { useWiring, type Wire } from './use-wiring'

/** What is attached to a router, by which table each forwards and which one learns it: drawn, and as a table. */
export function RouterPicture(router: { cenId: string; transitRouterId: string }) {
  const t = useTranslations('picture')
  const { wires, tables, error, retry } = useWiring(router)
  const columns = useWireColumns(tables)
  if (error && !wires) return <ErrorState error={error} onRetry={retry} />
  if (!wires) return <Skeleton className="h-80 w-full" />
  return (
    <div className="flex flex-col gap-4">
      {wires.length > 0 && <Drawing wires={wires} tables={tables} />}
      <Table
        name="router-picture"
        label={t('title')}
        columns={columns}
        rows={wires}
        rowId={({ attachment }) => attachment.transitRouterAttachmentId}
        error={error}
        onRetry={retry}
        empty={<EmptyState title={t('empty.title')}>{t('empty.body')}</EmptyState>}
      />
    </div>
  )
}

function useWireColumns(tables: readonly RouteTable[]): TableColumn<Wire>[] {
  const t = useTranslations('picture')
  const typeWord = useTypeWord()
  const word = useLightWord()
  const statusColumn = useStatusColumn()
  const tableName = useTableName()
  const list = useWordList()
  return useMemo(() => {
    const nameOf = (id: string) => tableName(tables, id)
    const bound = (id: 'forwardsBy' | 'learnedInto'): TableColumn<Wire> => ({
      id,
      header: t(`columns.${id}`),
      value: (wire) => list(wire[id].map(nameOf)),
      cell: (wire) =>
        wire[id].map((tableId) => (
          <TextLink
            key={tableId}
            className="block"
            href={routes.routeTable(
              wire.attachment.cenId,
              wire.attachment.transitRouterId,
              tableId,
            )}
          >
            <bdi>{nameOf(tableId)}</bdi>
          </TextLink>
        )),
    })
    return [
      {
        id: 'name',
        header: t('columns.attachment'),
        value: ({ attachment }) =>
          `${attachment.transitRouterAttachmentName} ${attachment.transitRouterAttachmentId}`.trim(),
        cell: ({ attachment }) => (
          <NameAndId
            name={attachment.transitRouterAttachmentName}
            id={attachment.transitRouterAttachmentId}
            {...(attachment.resourceType === 'VPN' && {
              href: routes.attachment(
                attachment.cenId,
                attachment.transitRouterId,
                attachment.transitRouterAttachmentId,
              ),
            })}
          />
        ),
      },
      {
        id: 'type',
        header: t('columns.type'),
        value: ({ attachment }) => typeWord(attachment.resourceType),
        choices: ({ attachment }) => attachment.resourceType,
      },
      statusColumn<Wire>(t('columns.status'), ({ attachment }) => attachment.status),
      {
        id: 'tunnel',
        header: t('columns.tunnels'),
        value: ({ connection }) => connection && word(lightsOf(connection).ipsec),
        cell: ({ connection }) =>
          connection && <ConnectionLight light={lightsOf(connection).ipsec} />,
      },
      bound('forwardsBy'),
      bound('learnedInto'),
    ]
  }, [t, typeWord, word, statusColumn, tableName, list, tables])
}
