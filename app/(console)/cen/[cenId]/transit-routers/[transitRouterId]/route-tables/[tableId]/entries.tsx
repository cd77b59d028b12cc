'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { Updated } from '@/components/query/updated'
import { useStatusReason } from '@/components/resource/state'
import { EmptyState } from '@/components/ui/empty-state'
import { opened } from '@/components/ui/late'
import { Table } from '@/components/ui/table'
import { WriteButton } from '@/components/write/write-button'
import { isChanging, pollByStatus } from '@/lib/query/polling'
import { routeEntryList, routeEntryStart } from '@/lib/route-tables/queries'
import type { RouteEntry } from '@/lib/route-tables/schema'

import { DeleteEntry } from './delete-entry'
import { useOpenTable } from './table-context'
import { useEntryColumns } from './use-entry-columns'

const CreateEntry = opened(() => import('./create-entry').then((m) => m.CreateEntry))

/** Above this the rows are drawn only where they are in view. */
const LONG = 100
/** Reading more than this costs the cloud too many calls to do it every half minute unasked. */
const MANY = 1000

const pollEntries = pollByStatus((entries: RouteEntry[]) =>
  entries.map((entry) => entry.transitRouterRouteEntryStatus),
)

/** The routes of the table in every status. */
export function Entries() {
  const t = useTranslations('routeTables.entries')
  const { table } = useOpenTable()
  const { transitRouterRouteTableId } = table
  const reasonOf = useStatusReason()
  const [creating, setCreating] = useState(false)
  const [deleting, setDeleting] = useState<RouteEntry | undefined>()
  const entries = useQuery({
    ...routeEntryList({ transitRouterRouteTableId }),
    refetchInterval: (query) => {
      const { data = [] } = query.state
      const settled = !data.some((entry) => isChanging(entry.transitRouterRouteEntryStatus))
      return data.length > MANY && settled ? false : pollEntries(query)
    },
  })
  const { data: start } = useQuery(routeEntryStart({ transitRouterRouteTableId }))
  const columns = useEntryColumns(setDeleting)
  const create = (
    <WriteButton
      permission="route-tables.write"
      variant="primary"
      reason={reasonOf(table.transitRouterRouteTableStatus)}
      onClick={() => setCreating(true)}
    >
      {t('create')}
    </WriteButton>
  )
  return (
    <>
      <Table
        name="route-entries"
        label={t('label')}
        columns={columns}
        rows={entries.data}
        start={entries.error ? undefined : start}
        rowId={entryKey}
        error={entries.error}
        onRetry={() => void entries.refetch()}
        actions={create}
        note={<Updated query={entries} />}
        long={(entries.data?.length ?? 0) > LONG}
        empty={
          <EmptyState title={t('empty.title')} action={create}>
            {t('empty.body')}
          </EmptyState>
        }
      />
      {creating && <CreateEntry onClose={() => setCreating(false)} />}
      {deleting && <DeleteEntry entry={deleting} onClose={() => setDeleting(undefined)} />}
    </>
  )
}

/** Propagated routes have no id; what they say tells them apart. */
const entryKey = (entry: RouteEntry) =>
  entry.transitRouterRouteEntryId ||
  [
    entry.transitRouterRouteEntryDestinationCidrBlock,
    entry.transitRouterRouteEntryType,
    entry.transitRouterRouteEntryStatus,
    entry.transitRouterRouteEntryNextHopType,
    entry.transitRouterRouteEntryNextHopId,
    entry.transitRouterRouteEntryOriginResourceId,
    entry.pathAttributes.asPaths.join(','),
  ].join(' ')
