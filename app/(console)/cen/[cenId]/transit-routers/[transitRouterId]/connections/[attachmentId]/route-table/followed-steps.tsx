'use client'
import { useQuery } from '@tanstack/react-query'

import { OperationSteps } from '@/components/operation/steps'
import { useTableName } from '@/components/transit-router/use-table-name'
import type { Operation } from '@/lib/operations/schema'
import { routeTableList } from '@/lib/route-tables/queries'

interface FollowedStepsProps extends Pick<Operation, 'steps'> {
  transitRouterId: string
}

/** The steps of what is followed, in the room that a panel has: the tables by their names alone. */
export function FollowedSteps({ steps, transitRouterId }: FollowedStepsProps) {
  const { data: tables } = useQuery(routeTableList({ transitRouterId }))
  const tableName = useTableName()
  return <OperationSteps steps={steps} nameOf={(id) => tableName(tables, id)} />
}
