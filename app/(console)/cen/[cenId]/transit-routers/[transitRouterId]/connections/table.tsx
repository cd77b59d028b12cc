'use client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useSelectedLayoutSegments } from 'next/navigation'
import { useMemo, useState } from 'react'

import { RouterService } from '@/app/(console)/cen/router-service'
import { EditTags } from '@/components/bulk/edit-tags'
import type { Tagged } from '@/components/bulk/tags-drawer'
import { FindTroubled } from '@/components/ipsec-connection/find-troubled'
import { Updated } from '@/components/query/updated'
import { StatusChanges } from '@/components/resource/status-changes'
import { useRouterAttachments } from '@/components/transit-router/use-router-attachments'
import { EmptyState } from '@/components/ui/empty-state'
import { opened } from '@/components/ui/late'
import { Table } from '@/components/ui/table'
import { WriteButton, WriteLink } from '@/components/write/write-button'
import { VPN_ATTACHMENT_QUOTA } from '@/lib/attachments/quota'
import { type Attachment, isForeign } from '@/lib/attachments/schema'
import { theseConnections } from '@/lib/ipsec-connections/queries'
import { routes } from '@/lib/navigation/routes'
import { pollQuietly } from '@/lib/query/polling'

import { saveTags } from './[attachmentId]/actions'
import { type AttachmentRow, useConnectionColumns } from './columns'

const DeleteAttachments = opened(() =>
  import('./delete-attachments').then((m) => m.DeleteAttachments),
)

interface ConnectionsTableProps {
  cenId: string
  transitRouterId: string
}

/** Intra-region connections: VPN, VPC and VBR attachments in one list, under whatever is open over it. */
export function ConnectionsTable({ cenId, transitRouterId }: ConnectionsTableProps) {
  const [openId] = useSelectedLayoutSegments()
  const t = useTranslations('connections')
  const bulk = useTranslations('ui.bulk')
  const { router, attachments: there, query } = useRouterAttachments({ cenId, transitRouterId })
  const attachments = useKeepingOpen(there, openId)
  // Those that were chosen when it was pressed: the list changes while they go.
  const [deleting, setDeleting] = useState<readonly AttachmentRow[] | undefined>()
  const followed = useMemo(
    () =>
      (there ?? []).map((attachment) => ({
        id: attachment.transitRouterAttachmentId,
        name: attachment.transitRouterAttachmentName,
        status: attachment.status,
      })),
    [there],
  )
  const vpn = there?.filter(({ resourceType }) => resourceType === 'VPN')
  // Those of other accounts cannot be read: their rows have no lights.
  const own = vpn?.filter((attachment) => !isForeign(attachment, router)) ?? []
  const { data: connections } = useQuery({
    ...theseConnections(
      own[0]?.resourceRegionId ?? '',
      own.map(({ resourceId }) => resourceId),
    ),
    enabled: own.length > 0,
    refetchInterval: pollQuietly,
    // One that is attached meanwhile takes the lights from no other.
    placeholderData: keepPreviousData,
  })
  const rows = useMemo(() => {
    const byId = new Map(connections?.map((each) => [each.vpnConnectionId, each]))
    return attachments?.map((attachment): AttachmentRow => {
      const connection = byId.get(attachment.resourceId)
      return { ...attachment, ...(connection && { connection }) }
    })
  }, [attachments, connections])
  const vpnCount = vpn?.length ?? 0
  const create = (
    <WriteLink
      permission="attachments.write"
      href={routes.createConnection(cenId, transitRouterId)}
      variant="primary"
    >
      {t('create')}
    </WriteLink>
  )
  return (
    <>
      <RouterService />
      <FindTroubled
        connections={rows?.flatMap(({ connection }) => connection ?? [])}
        hrefOf={(filter) => routes.connectionsWith(cenId, transitRouterId, filter)}
      />
      <Table
        name="connections"
        label={t('title')}
        columns={useConnectionColumns()}
        rows={rows}
        rowId={(attachment) => attachment.transitRouterAttachmentId}
        currentId={openId}
        select={{
          name: ({ transitRouterAttachmentName: name, transitRouterAttachmentId: id }) =>
            name || id,
          actions: (chosen) => (
            <>
              <EditTags of={chosen.filter(isVpn).map(taggedOf)} />
              <WriteButton permission="attachments.delete" onClick={() => setDeleting(chosen)}>
                {bulk('delete')}
              </WriteButton>
            </>
          ),
        }}
        error={query.error}
        onRetry={() => void query.refetch()}
        actions={
          <>
            {create}
            {there && (
              <span className="text-label text-muted">
                {t('ofQuota', { count: vpnCount, quota: VPN_ATTACHMENT_QUOTA })}
              </span>
            )}
          </>
        }
        note={<Updated query={query} />}
        empty={
          <EmptyState title={t('empty.title')} action={create}>
            {t('empty.body')}
          </EmptyState>
        }
      />
      <StatusChanges of={followed} />
      {deleting && router && (
        <DeleteAttachments of={deleting} router={router} onClose={() => setDeleting(undefined)} />
      )}
    </>
  )
}

/**
 * The row whose panel is open stays while it is, also when its attachment is gone: then it says so, and no other
 * moves up under the reader.
 */
function useKeepingOpen(
  there: readonly Attachment[] | undefined,
  openId: string | undefined,
): readonly Attachment[] | undefined {
  const at = there?.findIndex((one) => one.transitRouterAttachmentId === openId) ?? -1
  const row = there?.[at]
  const [seen, setSeen] = useState<{ at: number; row: Attachment } | undefined>()
  if (row && row !== seen?.row) setSeen({ at, row })
  const gone = !row && seen?.row.transitRouterAttachmentId === openId ? seen : undefined
  return useMemo(
    () => (there && gone ? there.toSpliced(gone.at, 0, { ...gone.row, status: 'Deleted' }) : there),
    [there, gone],
  )
}

/** The console keeps tags of VPN attachments only. */
const isVpn = ({ resourceType }: AttachmentRow) => resourceType === 'VPN'

const taggedOf = (row: AttachmentRow): Tagged => {
  const { cenId, transitRouterId, transitRouterAttachmentId: id, resourceRegionId } = row
  const place = {
    cenId,
    regionId: resourceRegionId,
    transitRouterId,
    transitRouterAttachmentId: id,
  }
  return {
    id,
    name: row.transitRouterAttachmentName,
    tags: row.tags,
    save: (change, nonce) => saveTags({ ...place, ...change }, nonce),
  }
}
