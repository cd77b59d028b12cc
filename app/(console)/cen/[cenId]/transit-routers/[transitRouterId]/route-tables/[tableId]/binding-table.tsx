'use client'
import type { UseQueryResult } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'

import { Updated } from '@/components/query/updated'
import { useStatusColumn, useStatusReason } from '@/components/resource/state'
import { useTypeWord } from '@/components/resource/use-type-word'
import { useRouterAttachments } from '@/components/transit-router/use-router-attachments'
import { Code } from '@/components/ui/code'
import { EmptyState } from '@/components/ui/empty-state'
import { NameAndId } from '@/components/ui/name-and-id'
import { Table } from '@/components/ui/table'
import type { TableColumn } from '@/components/ui/table-model'
import { WriteButton } from '@/components/write/write-button'
import type { Attachment } from '@/lib/attachments/schema'
import { routes } from '@/lib/navigation/routes'
import type { ActionResult } from '@/lib/request/result'
import type { Association, TableBinding } from '@/lib/route-tables/schema'

import { BindDrawer } from './bind-drawer'
import { useOpenTable } from './table-context'
import { UnbindDialog } from './unbind-dialog'

type Bind = (binding: TableBinding, nonce: string) => Promise<ActionResult<unknown>>

interface BindingTableProps {
  kind: 'associations' | 'propagations'
  bindings: UseQueryResult<Association[]>
  bind: Bind
  unbind: Bind
  /** Why an attachment cannot be bound. */
  reasonOf: (attachment: Attachment) => string | undefined
}

/** The attachments bound to the open table, by association or by propagation. */
export function BindingTable({ kind, bindings, bind, unbind, reasonOf }: BindingTableProps) {
  const t = useTranslations(`routeTables.${kind}`)
  const busy = useStatusReason()(useOpenTable().table.transitRouterRouteTableStatus)
  const [creating, setCreating] = useState(false)
  const [ending, setEnding] = useState<Association | undefined>()
  const create = (
    <WriteButton
      permission="route-tables.bind"
      variant="primary"
      reason={busy}
      onClick={() => setCreating(true)}
    >
      {t('create')}
    </WriteButton>
  )
  return (
    <>
      <Table
        name={kind}
        label={t('label')}
        columns={useColumns(kind, setEnding)}
        rows={bindings.data}
        rowId={(row) => row.transitRouterAttachmentId}
        error={bindings.error}
        onRetry={() => void bindings.refetch()}
        actions={create}
        note={<Updated query={bindings} />}
        empty={
          <EmptyState title={t('empty.title')} action={create}>
            {t('empty.body')}
          </EmptyState>
        }
      />
      {creating && (
        <BindDrawer
          kind={kind}
          bind={bind}
          reasonOf={reasonOf}
          onClose={() => setCreating(false)}
        />
      )}
      {ending && (
        <UnbindDialog
          kind={kind}
          binding={ending}
          unbind={unbind}
          onClose={() => setEnding(undefined)}
        />
      )}
    </>
  )
}

function useColumns(
  kind: BindingTableProps['kind'],
  onEnd: (binding: Association) => void,
): readonly TableColumn<Association>[] {
  const t = useTranslations(`routeTables.${kind}`)
  const reasonOf = useStatusReason()
  const statusColumn = useStatusColumn()
  const typeWord = useTypeWord()
  const { cenId, table } = useOpenTable()
  const { transitRouterId } = table
  const { attachments } = useRouterAttachments({ cenId, transitRouterId })
  return useMemo(() => {
    const names = new Map(
      attachments?.map((one) => [one.transitRouterAttachmentId, one.transitRouterAttachmentName]),
    )
    return [
      {
        id: 'attachment',
        header: t('attachment'),
        value: ({ transitRouterAttachmentId: id }) => `${names.get(id) ?? ''} ${id}`.trim(),
        cell: ({ transitRouterAttachmentId: id, resourceType }) => (
          <NameAndId
            name={names.get(id)}
            id={id}
            {...(resourceType === 'VPN' && { href: routes.attachment(cenId, transitRouterId, id) })}
          />
        ),
      },
      statusColumn(t('status'), ({ status }) => status),
      {
        id: 'kind',
        header: t('kind'),
        value: ({ resourceType }) => typeWord(resourceType),
        choices: ({ resourceType }) => resourceType,
      },
      {
        id: 'resource',
        header: t('resource'),
        value: ({ resourceId }) => resourceId,
        cell: ({ resourceId }) => <Code className="whitespace-nowrap">{resourceId || '-'}</Code>,
      },
      {
        id: 'actions',
        header: t('actions'),
        value: () => '',
        actions: true,
        cell: (binding) => {
          const id = binding.transitRouterAttachmentId
          return (
            <WriteButton
              permission="route-tables.bind"
              variant="link"
              aria-label={t('endName', { attachment: names.get(id) || id })}
              reason={reasonOf(binding.status)}
              onClick={() => onEnd(binding)}
            >
              {t('end')}
            </WriteButton>
          )
        },
      },
    ]
  }, [t, reasonOf, statusColumn, typeWord, attachments, cenId, transitRouterId, onEnd])
}
