'use client'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { DeleteDrawer } from '@/components/bulk/delete-drawer'
import { useTableName } from '@/components/transit-router/use-table-name'
import { Checkbox } from '@/components/ui/choice'
import { useWordList } from '@/components/ui/use-word-list'
import { placeOf } from '@/lib/attachments/place'
import { attachmentDependents } from '@/lib/attachments/queries'
import { type Attachment, type Dependents, isForeign } from '@/lib/attachments/schema'
import { takesChanges } from '@/lib/query/polling'
import { routeTableList } from '@/lib/route-tables/queries'
import type { TransitRouter } from '@/lib/transit-routers/schema'

import { beginDeletion } from './[attachmentId]/delete/actions'

interface DeleteAttachmentsProps {
  of: readonly Attachment[]
  router: TransitRouter
  onClose: () => void
}

/** The console deletes VPN attachments only, and nothing that changes. */
const canGo = ({ resourceType, status }: Attachment) =>
  resourceType === 'VPN' && takesChanges(status)

const named = (attachment: Attachment) => ({
  id: attachment.transitRouterAttachmentId,
  name: attachment.transitRouterAttachmentName,
})

/** Begins a deletion for each of the chosen VPN attachments, after saying what hangs on it. */
export function DeleteAttachments({ of, router, onClose }: DeleteAttachmentsProps) {
  const t = useTranslations('connections.deleteMany')
  const [withConnections, setWithConnections] = useState(false)
  const going = of.filter(canGo)
  const staying = of.filter((attachment) => !canGo(attachment))
  // What was read first is what is reviewed: it is compared with what is there when each begins.
  const dependents = useQueries({
    queries: going.map((attachment) => ({
      ...attachmentDependents(placeOf(attachment, router)),
      staleTime: Infinity,
      gcTime: 0,
    })),
  })
  const items = going.map((attachment, index) => ({
    ...named(attachment),
    begins: true,
    act: (operationId: string) =>
      beginDeletion({
        operationId,
        attachment: placeOf(attachment, router),
        reviewed: reviewedOf(dependents[index]?.data),
        withConnection: withConnections && !isForeign(attachment, router),
      }),
  }))
  const reading = dependents.some(({ isPending }) => isPending)
  return (
    <DeleteDrawer
      title={t('title', { count: of.length })}
      body={t('body')}
      items={items}
      staying={staying.map(named)}
      stays={t('cannot', { count: staying.length })}
      loses={(id) => {
        const index = items.findIndex((item) => item.id === id)
        return <Loses router={router} read={dependents[index]} />
      }}
      reason={
        reading ? t('reading') : dependents.some(({ isError }) => isError) ? t('unread') : undefined
      }
      typed
      onClose={onClose}
    >
      {going.some((attachment) => !isForeign(attachment, router)) && (
        <div>
          <Checkbox
            checked={withConnections}
            onChange={(event) => setWithConnections(event.target.checked)}
          >
            {t('withConnections')}
          </Checkbox>
          <p className="mt-1 text-warning">
            {t(withConnections ? 'connectionsGo' : 'connectionsStay')}
          </p>
        </div>
      )}
    </DeleteDrawer>
  )
}

interface LosesProps {
  router: TransitRouter
  read: { data: Dependents | undefined; isError: boolean } | undefined
}

/** What goes with one: routes, tables that learn from it, the table it forwards by. */
function Loses({ router: { transitRouterId }, read }: LosesProps) {
  const t = useTranslations('connections.deleteMany')
  const { data: tables } = useQuery(routeTableList({ transitRouterId }))
  const tableName = useTableName()
  const list = useWordList()
  if (!read?.data) return t(read?.isError ? 'unreadOne' : 'readingOne')
  const { routes, propagations, associations } = read.data
  const names = (ids: readonly string[]) => list(ids.map((id) => tableName(tables, id)))
  const all = [
    routes.length > 0 &&
      t('routes', {
        count: routes.length,
        routes: routes.map(({ destination }) => destination).join(', '),
      }),
    propagations.length > 0 && t('propagations', { tables: names(propagations) }),
    associations.length > 0 && t('association', { table: names(associations) }),
  ].filter((each) => each !== false)
  return all.length > 0 ? all.join(' ') : t('nothing')
}

/** The same as the action takes it; nothing is begun before it was read. */
function reviewedOf(read: Dependents | undefined) {
  const { status = '', routes = [], propagations = [], associations = [] } = read ?? {}
  return {
    status,
    routes: routes.map(({ routeTableId, destination }) => ({ routeTableId, destination })),
    propagations,
    associations,
  }
}
