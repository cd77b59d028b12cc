'use client'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'

import { EditTags } from '@/components/bulk/edit-tags'
import { PartialFailure, retryFailed } from '@/components/query/partial-failure'
import { Updated } from '@/components/query/updated'
import { type Count, CountCell, countOf, countValue } from '@/components/resource/count-cell'
import { useStatusColumn } from '@/components/resource/state'
import { StatusChanges } from '@/components/resource/status-changes'
import { tagsColumn } from '@/components/resource/tags'
import { EmptyState } from '@/components/ui/empty-state'
import { opened } from '@/components/ui/late'
import { NameAndId } from '@/components/ui/name-and-id'
import { Table } from '@/components/ui/table'
import type { TableColumn } from '@/components/ui/table-model'
import { WriteButton } from '@/components/write/write-button'
import { cenList } from '@/lib/cen/queries'
import type { Cen } from '@/lib/cen/schema'
import { routes } from '@/lib/navigation/routes'
import { pollByStatus } from '@/lib/query/polling'
import { transitRouterList } from '@/lib/transit-routers/queries'

import { saveTags } from './[cenId]/actions'
import { RouterService } from './router-service'

const CreateInstance = opened(() => import('./create-instance').then((m) => m.CreateInstance))

interface Instance extends Cen {
  routers: Count
}

export function InstancesTable() {
  const t = useTranslations('cen')
  const [creating, setCreating] = useState(false)
  const query = useQuery({
    ...cenList(),
    refetchInterval: pollByStatus((cens: Cen[]) => cens.map(({ status }) => status)),
  })
  const counts = useQueries({
    queries: (query.data ?? []).map(({ cenId }) => transitRouterList({ cenId })),
    combine: (lists) => ({
      each: lists.map((list) => countOf(list)),
      retry: retryFailed(lists),
    }),
  })
  const rows = useMemo(
    () =>
      query.data?.map((cen, index): Instance => ({
        ...cen,
        routers: counts.each[index] ?? 'reading',
      })),
    [query.data, counts.each],
  )
  const followed = useMemo(
    () =>
      (query.data ?? []).map(({ cenId: id, name, status }) => ({
        id,
        name,
        status,
        href: routes.cen(id),
      })),
    [query.data],
  )
  const create = (
    <WriteButton
      permission="cen.write"
      beyond={['cenIds']}
      variant="primary"
      onClick={() => setCreating(true)}
    >
      {t('create.open')}
    </WriteButton>
  )
  return (
    <>
      <RouterService />
      <PartialFailure
        what={(rows ?? [])
          .filter(({ routers }) => routers === 'failed')
          .map(({ name, cenId }) => t('routersOf', { name: name || cenId }))}
        onRetry={counts.retry}
      />
      <Table
        name="instances"
        label={t('title')}
        columns={useColumns()}
        rows={rows}
        rowId={({ cenId }) => cenId}
        select={{
          name: ({ name, cenId }) => name || cenId,
          actions: (chosen) => (
            <EditTags
              of={chosen.map(({ cenId: id, name, tags }) => ({
                id,
                name,
                tags,
                save: (change, nonce) => saveTags({ cenId: id, ...change }, nonce),
              }))}
            />
          ),
        }}
        error={query.error}
        onRetry={() => void query.refetch()}
        actions={create}
        note={<Updated query={query} />}
        empty={
          <EmptyState title={t('empty.title')} action={create}>
            {t('empty.body')}
          </EmptyState>
        }
      />
      <StatusChanges of={followed} />
      {creating && <CreateInstance onClose={() => setCreating(false)} />}
    </>
  )
}

function useColumns(): TableColumn<Instance>[] {
  const t = useTranslations('cen.columns')
  const statusColumn = useStatusColumn()
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('name'),
        value: ({ name, cenId }) => `${name} ${cenId}`.trim(),
        cell: ({ name, cenId }) => <NameAndId name={name} id={cenId} href={routes.cen(cenId)} />,
      },
      statusColumn(t('status'), ({ status }) => status),
      {
        id: 'routers',
        header: t('routers'),
        value: ({ routers }) => countValue(routers),
        cell: ({ routers }) => <CountCell of={routers}>{routers}</CountCell>,
        align: 'end',
      },
      { id: 'description', header: t('description'), value: ({ description }) => description },
      tagsColumn(t('tags')),
      {
        id: 'created',
        header: t('created'),
        value: ({ creationTime }) => creationTime,
        moment: 'minute',
      },
    ],
    [t, statusColumn],
  )
}
