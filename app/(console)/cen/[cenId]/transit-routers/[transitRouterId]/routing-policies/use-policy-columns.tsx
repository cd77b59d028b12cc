'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'

import { useStateWord, useStatusColumn } from '@/components/resource/state'
import { useTypeWord } from '@/components/resource/use-type-word'
import { useTableName } from '@/components/transit-router/use-table-name'
import { Badge } from '@/components/ui/badge'
import { NameAndId } from '@/components/ui/name-and-id'
import type { TableColumn } from '@/components/ui/table-model'
import { useWordList } from '@/components/ui/use-word-list'
import { routes } from '@/lib/navigation/routes'
import type { RouteTable } from '@/lib/route-tables/schema'
import type { RoutingPolicy } from '@/lib/routing-policies/schema'
import { toneOf } from '@/lib/states/table'

/** The columns of the routing policies, in the order in which the cloud evaluates them. */
export function usePolicyColumns(
  cenId: string,
  transitRouterId: string,
  tables: readonly RouteTable[] | undefined,
): readonly TableColumn<RoutingPolicy>[] {
  const t = useTranslations('routingPolicies')
  const statusColumn = useStatusColumn()
  const word = useStateWord()
  const typeWord = useTypeWord()
  const nameOf = useTableName()
  const list = useWordList()
  return useMemo(() => {
    const directionOf = ({ transmitDirection }: RoutingPolicy) =>
      t(transmitDirection === 'RegionIn' ? 'direction.in' : 'direction.out')
    const actionOf = ({ mapResult }: RoutingPolicy) => word('policy', mapResult)
    return [
      {
        id: 'priority',
        header: t('columns.priority'),
        value: ({ priority }) => priority,
        align: 'end',
      },
      {
        id: 'direction',
        header: t('columns.direction'),
        value: directionOf,
        choices: ({ transmitDirection }) => transmitDirection,
      },
      {
        id: 'action',
        header: t('columns.action'),
        value: actionOf,
        cell: (policy) => (
          <Badge tone={toneOf('policy', policy.mapResult)}>{actionOf(policy)}</Badge>
        ),
        choices: ({ mapResult }) => mapResult,
      },
      {
        id: 'table',
        header: t('columns.table'),
        value: ({ transitRouterRouteTableId: id }) => `${nameOf(tables, id)} ${id}`,
        cell: ({ transitRouterRouteTableId: id }) => (
          <NameAndId
            name={nameOf(tables, id)}
            id={id}
            href={routes.routeTable(cenId, transitRouterId, id)}
          />
        ),
      },
      {
        id: 'source',
        header: t('columns.source'),
        value: ({ sourceChildInstanceTypes: types }) => list(types.map(typeWord)) || t('any'),
      },
      {
        id: 'destination',
        header: t('columns.destination'),
        value: ({ destinationChildInstanceTypes: types }) => list(types.map(typeWord)) || t('any'),
      },
      {
        id: 'conditions',
        header: t('columns.conditions'),
        value: (policy) =>
          conditionsOf(policy)
            .map(({ name, values }) =>
              t('condition.is', { condition: t(`condition.${name}`), values: list(values) }),
            )
            .join('; '),
      },
      statusColumn(t('columns.status'), ({ status }) => status),
      { id: 'id', header: t('columns.id'), value: ({ routeMapId }) => routeMapId, mono: true },
      {
        id: 'description',
        header: t('columns.description'),
        value: ({ description }) => description,
        hidden: true,
      },
    ]
  }, [t, word, typeWord, list, statusColumn, nameOf, tables, cenId, transitRouterId])
}

const fields = {
  sourceInstances: 'sourceInstanceIds',
  sourceRegions: 'sourceRegionIds',
  sourceTables: 'sourceRouteTableIds',
  destinationInstances: 'destinationInstanceIds',
  destinationRegions: 'destinationRegionIds',
  destinationTables: 'destinationRouteTableIds',
  prefixes: 'destinationCidrBlocks',
  routeTypes: 'routeTypes',
  asns: 'matchAsns',
  communities: 'matchCommunitySet',
} as const satisfies Record<string, keyof RoutingPolicy>

interface Condition {
  name: keyof typeof fields
  values: readonly string[]
}

/** What a routing policy asks for beside the kinds of instances. */
const conditionsOf = (policy: RoutingPolicy): Condition[] =>
  Object.entries(fields)
    // The keys of a constant object are the names of the conditions.
    .map(([name, field]) => ({ name: name as Condition['name'], values: policy[field] }))
    .filter(({ values }) => values.length > 0)
