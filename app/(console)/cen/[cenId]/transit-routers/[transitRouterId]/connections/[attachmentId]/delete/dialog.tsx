'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { useOpenAttachment } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/open-attachment'
import { useFollowed } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/route-table/followed-operation'
import {
  useConnection,
  useIsForeign,
} from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/use-connection'
import { useIsBeingDeleted } from '@/components/operation/mark'
import { Alert } from '@/components/ui/alert'
import { Checkbox } from '@/components/ui/choice'
import { Code } from '@/components/ui/code'
import { cx } from '@/components/ui/cx'
import { Skeleton } from '@/components/ui/skeleton'
import { useWordList } from '@/components/ui/use-word-list'
import { ConfirmWrite } from '@/components/write/confirm-write'
import { FailureAlert } from '@/components/write/failure-alert'
import { WriteButton } from '@/components/write/write-button'
import { placeOf } from '@/lib/attachments/place'
import { answerOf } from '@/lib/failure/in-browser'
import { newOperationId } from '@/lib/operations/new-operation-id'
import type { ActionFailure } from '@/lib/request/result'

import { beginDeletion } from './actions'
import { useDependants } from './use-dependants'

/** Says in order what is deleted, asks for the name, and begins it. */
function DeleteDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('attachment.delete')
  const { attachment, router } = useOpenAttachment()
  const { follow } = useFollowed()
  const { isPending, error, reviewed } = useDependants()
  const [operationId] = useState(newOperationId)
  const [withConnection, setWithConnection] = useState(false)
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<ActionFailure | undefined>()
  const name = attachment.transitRouterAttachmentName || attachment.transitRouterAttachmentId
  // Only its owner can delete a connection.
  const foreign = useIsForeign()
  const connection = useConnection().data

  const begin = async () => {
    setPending(true)
    setFailure(undefined)
    const result = await answerOf(() =>
      beginDeletion({
        operationId,
        attachment: placeOf(attachment, router),
        reviewed,
        withConnection,
      }),
    )
    setPending(false)
    if (!result.ok) return setFailure(result)
    follow({ operationId, kind: 'delete' })
    return onClose()
  }

  return (
    <ConfirmWrite
      open
      danger
      title={t('title', { name })}
      confirmLabel={t('confirm')}
      typed={name}
      pending={pending}
      reason={isPending ? t('reading') : error ? t('unread') : undefined}
      error={failure && <FailureAlert failure={failure} />}
      onConfirm={() => void begin()}
      onClose={onClose}
    >
      <p>{t('intro')}</p>
      <WhatGoes withConnection={withConnection} />
      {foreign ? (
        <p className="text-muted">{t('foreign')}</p>
      ) : (
        <div>
          <Checkbox
            checked={withConnection}
            onChange={(event) => setWithConnection(event.target.checked)}
          >
            <span>
              {t.rich('withConnection', {
                name: connection?.name ?? '',
                id: () => <Code>{attachment.resourceId}</Code>,
              })}
            </span>
          </Checkbox>
          {/* It keeps its height, whichever is said. */}
          <p
            aria-live="polite"
            className={cx('mt-1', withConnection ? 'text-muted' : 'text-warning')}
          >
            {t(withConnection ? 'connectionGoes' : 'connectionStays')}
          </p>
        </div>
      )}
    </ConfirmWrite>
  )
}

/** The deletions in the order in which they happen. */
function WhatGoes({ withConnection }: { withConnection: boolean }) {
  const t = useTranslations('attachment.delete')
  const list = useWordList()
  const { attachment } = useOpenAttachment()
  const connection = useConnection().data
  const { propagations, association, staticRoutes, learnedRoutes, nameOf, ...read } =
    useDependants()
  if (read.error) return <Alert tone="error">{t('unread')}</Alert>
  if (read.isPending) return <Skeleton className="h-20 w-full" />
  const tables = list(propagations.map((one) => nameOf(one.transitRouterRouteTableId)))
  const id = () => <Code>{attachment.transitRouterAttachmentId}</Code>
  return (
    <ol aria-label={t('order')} className="list-decimal space-y-1 pl-5">
      {staticRoutes.length > 0 && (
        <li>
          {t('staticRoutes', { count: staticRoutes.length })}{' '}
          <span className="mono">
            {staticRoutes
              .map((entry) => entry.transitRouterRouteEntryDestinationCidrBlock)
              .join(', ')}
          </span>
        </li>
      )}
      {propagations.length > 0 && (
        <li>{t('propagations', { tables, routes: learnedRoutes.length })}</li>
      )}
      {association && (
        <li>{t('association', { table: nameOf(association.transitRouterRouteTableId) })}</li>
      )}
      <li>{t.rich('attachment', { name: attachment.transitRouterAttachmentName, id })}</li>
      {withConnection && (
        <li>
          {t.rich('connection', {
            name: connection?.name ?? '',
            id: () => <Code>{attachment.resourceId}</Code>,
          })}
        </li>
      )}
    </ol>
  )
}

/** The way out, at the foot of the panel. */
export function DeleteAttachment() {
  const t = useTranslations('attachment.delete')
  const { attachment } = useOpenAttachment()
  const { followed } = useFollowed()
  const [open, setOpen] = useState(false)
  const { transitRouterAttachmentId } = attachment
  const deleted = useIsBeingDeleted(transitRouterAttachmentId)
  const goes = followed?.kind === 'delete' || deleted || attachment.status === 'Detaching'
  return (
    <div className="border-t border-line pt-4">
      <WriteButton
        permission="attachments.delete"
        variant="danger"
        reason={goes ? t('busy') : undefined}
        onClick={() => setOpen(true)}
      >
        {t('open')}
      </WriteButton>
      {open && <DeleteDialog onClose={() => setOpen(false)} />}
    </div>
  )
}
