'use client'
import { useTranslations } from 'next-intl'
import { useRouter, useSearchParams, useSelectedLayoutSegments } from 'next/navigation'
import { useMemo } from 'react'

import { RouterService } from '@/app/(console)/cen/router-service'
import { RemainingSteps } from '@/components/operation/remaining-steps'
import { Updated } from '@/components/query/updated'
import { StatusChanges } from '@/components/resource/status-changes'
import { useRouterAttachments } from '@/components/transit-router/use-router-attachments'
import { EmptyState } from '@/components/ui/empty-state'
import { Table } from '@/components/ui/table'
import { ButtonLink } from '@/components/ui/text-link'
import { VPN_ATTACHMENT_QUOTA } from '@/lib/attachments/quota'
import { routes } from '@/lib/navigation/routes'

import { useConnectionColumns } from './columns'

interface ConnectionsTableProps {
  cenId: string
  transitRouterId: string
}

/** Intra-region connections: VPN, VPC and VBR attachments in one list, under whatever is open over it. */
export function ConnectionsTable({ cenId, transitRouterId }: ConnectionsTableProps) {
  const [openId] = useSelectedLayoutSegments()
  const t = useTranslations('connections')
  const { attachments, query } = useRouterAttachments({ cenId, transitRouterId })
  const followed = useMemo(
    () =>
      (attachments ?? []).map((attachment) => ({
        id: attachment.transitRouterAttachmentId,
        name: attachment.transitRouterAttachmentName,
        status: attachment.status,
      })),
    [attachments],
  )
  const vpnCount = attachments?.filter(({ resourceType }) => resourceType === 'VPN').length ?? 0
  const router = useRouter()
  const createdId = useSearchParams().get('created')
  const created = attachments?.find((each) => each.transitRouterAttachmentId === createdId)
  const create = (
    <ButtonLink href={routes.createConnection(cenId, transitRouterId)} variant="primary">
      {t('create')}
    </ButtonLink>
  )
  return (
    <>
      <RouterService />
      {created && (
        <div className="mb-4 max-w-240">
          <RemainingSteps
            connection={{ regionId: created.resourceRegionId, vpnConnectionId: created.resourceId }}
            onDismiss={() => router.replace(routes.connections(cenId, transitRouterId))}
          />
        </div>
      )}
      <Table
        name="connections"
        label={t('title')}
        columns={useConnectionColumns()}
        rows={attachments}
        rowId={(attachment) => attachment.transitRouterAttachmentId}
        currentId={openId ?? created?.transitRouterAttachmentId}
        error={query.error}
        onRetry={() => void query.refetch()}
        actions={
          <>
            {create}
            {attachments && (
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
    </>
  )
}
