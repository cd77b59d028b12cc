'use client'
import { useQueries } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { setPropagation } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/actions'
import { useOpenAttachment } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/open-attachment'
import { State } from '@/components/resource/state'
import { useTableName } from '@/components/transit-router/use-table-name'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/choice'
import { Code } from '@/components/ui/code'
import { Dialog } from '@/components/ui/dialog'
import { FailureAlert } from '@/components/write/failure-alert'
import { useWrite } from '@/components/write/use-write'
import { takesChanges } from '@/lib/query/polling'
import { routeEntryList } from '@/lib/route-tables/queries'
import type { RouteTable } from '@/lib/route-tables/schema'

interface PropagationsDialogProps {
  tables: readonly RouteTable[]
  enabled: readonly string[]
  onClose: () => void
}

/** Which tables learn the attachment's routes. Says how many routes each one loses before it does it. */
export function PropagationsDialog({ tables, enabled, onClose }: PropagationsDialogProps) {
  const t = useTranslations('attachment.propagations')
  const ui = useTranslations('ui')
  const { attachment } = useOpenAttachment()
  const { transitRouterAttachmentId } = attachment
  const [before] = useState(enabled)
  const [chosen, setChosen] = useState<readonly string[]>(enabled)
  const { write, pending, failure } = useWrite()
  const learned = useQueries({
    queries: before.map((transitRouterRouteTableId) => ({
      ...routeEntryList({
        transitRouterRouteTableId,
        transitRouterRouteEntryNextHopId: transitRouterAttachmentId,
      }),
    })),
    combine: (results) =>
      new Map(
        before.map((tableId, index) => [
          tableId,
          results[index]?.data?.filter(
            (entry) => entry.transitRouterRouteEntryType === 'Propagated',
          ).length,
        ]),
      ),
  })
  const tableName = useTableName()
  const nameOf = (tableId: string) => tableName(tables, tableId)
  const removed = tables.filter(
    ({ transitRouterRouteTableId: tableId }) =>
      before.includes(tableId) && !chosen.includes(tableId),
  )
  const added = chosen.filter((tableId) => !before.includes(tableId))

  const submit = async () => {
    const changes = [
      ...removed.map((table) => [table.transitRouterRouteTableId, false] as const),
      ...added.map((tableId) => [tableId, true] as const),
    ]
    for (const [transitRouterRouteTableId, value] of changes) {
      const words = { table: nameOf(transitRouterRouteTableId) }
      const result = await write(
        {
          running: t(value ? 'enabling' : 'disabling', words),
          done: t(value ? 'enabled' : 'disabled', words),
        },
        setPropagation,
        { transitRouterAttachmentId, transitRouterRouteTableId, value },
      )
      if (!result.ok) return
    }
    onClose()
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('title')}
      description={t('description')}
      footer={
        <>
          <Button
            variant="primary"
            pending={pending}
            disabled={removed.length + added.length === 0}
            onClick={() => void submit()}
          >
            {ui('ok')}
          </Button>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <span className="ml-2 text-label text-faint max-sm:hidden">{ui('submitKey')}</span>
        </>
      }
    >
      <fieldset aria-label={t('title')} className="flex flex-col gap-2">
        {tables.map((table) => {
          const { transitRouterRouteTableId: tableId, transitRouterRouteTableStatus: status } =
            table
          return (
            <Checkbox
              key={tableId}
              disabled={!takesChanges(status)}
              checked={chosen.includes(tableId)}
              onChange={(event) =>
                setChosen(
                  event.target.checked
                    ? [...chosen, tableId]
                    : chosen.filter((other) => other !== tableId),
                )
              }
            >
              <bdi>{nameOf(tableId)}</bdi>
              <Code className="text-muted">{tableId}</Code>
              {!takesChanges(status) && <State kind="resource" of={status} />}
              {learned.get(tableId) !== undefined && (
                <span className="text-hint text-muted">
                  {t('learned', { count: learned.get(tableId) ?? 0 })}
                </span>
              )}
            </Checkbox>
          )
        })}
      </fieldset>
      <div className="mt-4 flex flex-col gap-3">
        {removed.length > 0 && (
          <Alert tone="warning">
            {removed.map((table) => (
              <p key={table.transitRouterRouteTableId}>
                {t('consequence', {
                  table: nameOf(table.transitRouterRouteTableId),
                  count: learned.get(table.transitRouterRouteTableId) ?? 0,
                })}
              </p>
            ))}
          </Alert>
        )}
        {failure && <FailureAlert failure={failure} />}
      </div>
    </Dialog>
  )
}
