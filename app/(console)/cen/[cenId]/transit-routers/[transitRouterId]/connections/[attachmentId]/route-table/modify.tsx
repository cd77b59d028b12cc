'use client'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'

import { useOpenAttachment } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/open-attachment'
import { AdvertisementNote } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/routing/advertisement-note'
import { useRouting } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/routing/use-routing'
import { ReadOnlyRow } from '@/components/form/field-shell'
import { useTableName } from '@/components/transit-router/use-table-name'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Code } from '@/components/ui/code'
import { Dialog } from '@/components/ui/dialog'
import { ErrorState } from '@/components/ui/error-state'
import { Input } from '@/components/ui/input'
import { Skeleton } from '@/components/ui/skeleton'
import { FailureAlert } from '@/components/write/failure-alert'

import { DifferenceTable, useDifferenceColumns } from './difference-table'
import { NewTableField } from './new-table-field'
import { usePreview } from './use-preview'
import { useReplacement } from './use-replacement'

interface ModifyRouteTableProps {
  /** The table looked at; empty while none is chosen. */
  to: string
  onChoose: (tableId: string) => void
  onClose: () => void
}

/** Chooses another associated table, shows what that does to the traffic, and begins it. */
export function ModifyRouteTable({ to, onChoose, onClose }: ModifyRouteTableProps) {
  const t = useTranslations('attachment.modify')
  const ui = useTranslations('ui')
  const { attachment } = useOpenAttachment()
  const { association, tables } = useRouting(attachment)
  const [typed, setTyped] = useState('')
  const from = association.data?.transitRouterRouteTableId ?? ''
  const columns = useDifferenceColumns()
  const preview = usePreview(from, to, columns)
  const { page } = preview
  const { begin, pending, failure, changed, forget } = useReplacement()
  const { transitRouterAttachmentName: name, transitRouterAttachmentId: id } = attachment
  const tableName = useTableName()
  const nameOf = (tableId: string) => tableName(tables.data, tableId)
  const lost = page?.counts.lost ?? 0
  const confirmed = lost === 0 || [name, id].includes(typed.trim())
  const ready = to !== '' && page && page.unreadable === undefined && !preview.isReading

  const submit = async () => {
    if (!page) return
    const begun = await begin({ from, to, reviewed: page.reviewed })
    if (begun === 'changed') {
      setTyped('')
      preview.readAgain()
      await association.refetch()
    } else if (begun === 'begun') onClose()
  }

  return (
    <Dialog
      open
      onClose={onClose}
      width="large"
      firm
      title={t(from ? 'title' : 'associateTitle')}
      footer={
        <div className="flex w-full flex-col gap-3">
          {lost > 0 && <TypedConfirmation lost={lost} value={typed} onChange={setTyped} />}
          <div className="flex items-center gap-2">
            <Button
              variant="primary"
              pending={pending}
              disabled={!ready || !confirmed}
              onClick={() => void submit()}
            >
              {ui('ok')}
            </Button>
            <Button onClick={onClose}>{ui('cancel')}</Button>
            <span className="ml-2 text-label text-faint max-sm:hidden">{ui('submitKey')}</span>
          </div>
        </div>
      }
    >
      <div className="flex flex-col gap-4">
        <ReadOnlyRow label={t('current')}>
          {from ? (
            <>
              <bdi>{nameOf(from)}</bdi> <Code className="text-muted">{from}</Code>
            </>
          ) : (
            t('noCurrent')
          )}
        </ReadOnlyRow>
        <NewTableField
          tables={tables.data}
          current={from}
          value={to}
          onChange={(tableId) => {
            onChoose(tableId)
            setTyped('')
            forget()
          }}
        />
        {changed && (
          <Alert tone="warning" title={t('changed.title')}>
            {t('changed.body')}
          </Alert>
        )}
        {to && (
          <AdvertisementNote
            advertisement={page?.advertisement}
            unjudged={page?.unjudged ?? 0}
            newName={nameOf(to)}
          />
        )}
        {preview.failed && <ErrorState error={preview.failed} onRetry={preview.readAgain} />}
        {page?.unreadable !== undefined && (
          <Alert tone="error" title={t('unreadable')}>
            <bdi>{page.unreadable}</bdi>
          </Alert>
        )}
        {to && !preview.failed && page?.unreadable === undefined && (
          <>
            {page ? (
              <DifferenceTable
                page={page}
                columns={columns}
                outcome={preview.outcome}
                onChoose={preview.chooseOutcome}
                all={preview.all}
              />
            ) : (
              <Reading routes={preview.routes} />
            )}
          </>
        )}
        {failure && <FailureAlert failure={failure} />}
      </div>
    </Dialog>
  )
}

/** What stands where the difference will, with how far the reading of long tables is. */
function Reading({ routes }: { routes: number }) {
  const t = useTranslations('attachment.modify')
  return (
    <div className="flex flex-col gap-2">
      <output className="text-label text-muted">{t('reading', { count: routes })}</output>
      <Skeleton className="h-40 w-full" />
    </div>
  )
}

interface TypedConfirmationProps {
  lost: number
  value: string
  onChange: (value: string) => void
}

function TypedConfirmation({ lost, value, onChange }: TypedConfirmationProps) {
  const t = useTranslations('attachment.modify')
  const { attachment } = useOpenAttachment()
  const id = useId()
  const name = attachment.transitRouterAttachmentName || attachment.transitRouterAttachmentId
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-label">
        {t.rich('confirm', {
          count: lost,
          name: () => <bdi className="mono font-semibold">{name}</bdi>,
        })}
      </label>
      <Input
        id={id}
        mono
        className="max-w-80"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}
