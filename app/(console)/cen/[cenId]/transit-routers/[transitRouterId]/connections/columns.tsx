'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'

import { MODIFY } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/open-attachment'
import { useLightColumns } from '@/components/ipsec-connection/light-columns'
import { AttachmentStatus, OperationMark } from '@/components/operation/mark'
import { useStatusColumn } from '@/components/resource/state'
import { tagsColumn } from '@/components/resource/tags'
import { useTypeWord } from '@/components/resource/use-type-word'
import { Code } from '@/components/ui/code'
import { NameAndId } from '@/components/ui/name-and-id'
import type { TableColumn } from '@/components/ui/table-model'
import { useKeepingQuery } from '@/components/ui/use-address-state'
import type { Attachment } from '@/lib/attachments/schema'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'
import { routes } from '@/lib/navigation/routes'

/** An attachment with its IPsec connection, where it has one that the account may read. */
export interface AttachmentRow extends Attachment {
  connection?: IpsecConnection
}

export function useConnectionColumns(): TableColumn<AttachmentRow>[] {
  const t = useTranslations('connections')
  const statusColumn = useStatusColumn()
  const typeWord = useTypeWord()
  const lightColumns = useLightColumns()
  const keeping = useKeepingQuery()
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('columns.name'),
        value: (row) =>
          `${row.transitRouterAttachmentName} ${row.transitRouterAttachmentId}`.trim(),
        cell: (row) => (
          <NameAndId
            name={row.transitRouterAttachmentName}
            id={row.transitRouterAttachmentId}
            {...(row.resourceType === 'VPN' && {
              href: keeping(
                routes.attachment(row.cenId, row.transitRouterId, row.transitRouterAttachmentId),
                [MODIFY, 'created'],
              ),
            })}
          />
        ),
      },
      {
        ...statusColumn<AttachmentRow>(t('columns.status'), ({ status }) => status),
        cell: ({ status, transitRouterAttachmentId }) => (
          <>
            <AttachmentStatus attachmentId={transitRouterAttachmentId} status={status} />
            <OperationMark attachmentId={transitRouterAttachmentId} />
          </>
        ),
      },
      {
        id: 'type',
        header: t('columns.type'),
        value: ({ resourceType }) => typeWord(resourceType),
        choices: ({ resourceType }) => resourceType,
      },
      ...lightColumns<AttachmentRow>(({ connection }) => connection),
      {
        id: 'resource',
        header: t('columns.resource'),
        value: ({ resourceId }) => resourceId,
        cell: ({ resourceId }) => <Code className="whitespace-nowrap">{resourceId}</Code>,
      },
      { id: 'owner', header: t('columns.owner'), value: (row) => row.resourceOwnerId, mono: true },
      {
        id: 'zones',
        header: t('columns.zones'),
        value: ({ zoneIds }) => zoneIds.join(', '),
        mono: true,
        hidden: true,
      },
      tagsColumn(t('columns.tags')),
      {
        id: 'created',
        header: t('columns.created'),
        value: ({ creationTime }) => creationTime,
        moment: 'minute',
      },
    ],
    [t, statusColumn, typeWord, lightColumns, keeping],
  )
}
