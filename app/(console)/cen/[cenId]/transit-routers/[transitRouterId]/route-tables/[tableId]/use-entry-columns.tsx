'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'

import { useStatusColumn, useStatusReason } from '@/components/resource/state'
import { useTypeWord } from '@/components/resource/use-type-word'
import { useRouterAttachments } from '@/components/transit-router/use-router-attachments'
import { Code } from '@/components/ui/code'
import type { TableColumn } from '@/components/ui/table-model'
import { WriteButton } from '@/components/write/write-button'
import type { RouteEntry } from '@/lib/route-tables/schema'

import { NextHop } from './next-hop'
import { useOpenTable } from './table-context'

/** The columns of a table's entries. @param onDelete of a static entry that a person made. */
export function useEntryColumns(
  onDelete: (entry: RouteEntry) => void,
): readonly TableColumn<RouteEntry>[] {
  const t = useTranslations('routeTables.entries')
  const statusColumn = useStatusColumn()
  const reasonOf = useStatusReason()
  const typeWord = useTypeWord()
  const { cenId, table } = useOpenTable()
  const { attachments } = useRouterAttachments({
    cenId,
    transitRouterId: table.transitRouterId,
  })
  return useMemo(() => {
    const names = new Map(
      attachments?.map((one) => [one.transitRouterAttachmentId, one.transitRouterAttachmentName]),
    )
    const typeOf = (entry: RouteEntry) =>
      t(entry.transitRouterRouteEntryType === 'Static' ? 'static' : 'propagated')
    const hopOf = (entry: RouteEntry) =>
      entry.transitRouterRouteEntryNextHopType === 'BlackHole'
        ? t('blackhole')
        : [
            typeWord(entry.transitRouterRouteEntryNextHopResourceType),
            names.get(entry.transitRouterRouteEntryNextHopId),
            entry.transitRouterRouteEntryNextHopResourceId,
            entry.transitRouterRouteEntryNextHopId,
          ]
            .filter(Boolean)
            .join(' ')
    return [
      {
        id: 'destination',
        header: t('destination'),
        value: (entry) => entry.transitRouterRouteEntryDestinationCidrBlock,
        mono: true,
      },
      {
        id: 'type',
        header: t('type'),
        value: typeOf,
        choices: (entry) => entry.transitRouterRouteEntryType,
      },
      statusColumn(t('status'), (entry) => entry.transitRouterRouteEntryStatus),
      {
        id: 'nextHop',
        header: t('nextHop'),
        value: hopOf,
        cell: (entry) => (
          <NextHop entry={entry} name={names.get(entry.transitRouterRouteEntryNextHopId)} />
        ),
      },
      {
        id: 'origin',
        header: t('origin'),
        value: (entry) =>
          `${typeWord(entry.transitRouterRouteEntryOriginResourceType)} ${entry.transitRouterRouteEntryOriginResourceId}`.trim(),
        cell: ({
          transitRouterRouteEntryOriginResourceType: type,
          transitRouterRouteEntryOriginResourceId: id,
        }) =>
          type || id ? (
            <>
              <span className="text-muted">{typeWord(type)}</span>{' '}
              <Code className="whitespace-nowrap">{id}</Code>
            </>
          ) : (
            '-'
          ),
      },
      {
        id: 'name',
        header: t('name'),
        value: (entry) => entry.transitRouterRouteEntryName,
        hidden: true,
      },
      {
        id: 'description',
        header: t('description'),
        value: (entry) => entry.transitRouterRouteEntryDescription,
        hidden: true,
      },
      {
        id: 'asPath',
        header: t('asPath'),
        value: (entry) => entry.pathAttributes.asPaths.join(' '),
        mono: true,
        hidden: true,
      },
      {
        id: 'communities',
        header: t('communities'),
        value: (entry) => entry.pathAttributes.communities.join(' '),
        mono: true,
        hidden: true,
      },
      {
        id: 'preference',
        header: t('preference'),
        value: (entry) => entry.pathAttributes.preference,
        align: 'end',
        hidden: true,
      },
      {
        id: 'created',
        header: t('created'),
        value: (entry) => entry.createTime,
        moment: 'minute',
        hidden: true,
      },
      {
        id: 'actions',
        header: t('actions'),
        value: () => '',
        actions: true,
        cell: (entry) =>
          entry.transitRouterRouteEntryId &&
          !entry.operationalMode && (
            <WriteButton
              permission="route-tables.delete"
              variant="link"
              aria-label={t('deleteName', {
                prefix: entry.transitRouterRouteEntryDestinationCidrBlock,
              })}
              reason={reasonOf(entry.transitRouterRouteEntryStatus)}
              onClick={() => onDelete(entry)}
            >
              {t('delete')}
            </WriteButton>
          ),
      },
    ]
  }, [t, reasonOf, statusColumn, typeWord, attachments, onDelete])
}
