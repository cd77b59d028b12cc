'use client'
import { useTranslations } from 'next-intl'

import {
  MODIFY,
  useOpenAttachment,
} from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/open-attachment'
import { useRouting } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/routing/use-routing'
import { useTableName } from '@/components/transit-router/use-table-name'
import { Alert, type AlertTone } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { TextLink } from '@/components/ui/text-link'
import { changeAddress } from '@/components/ui/use-address-state'
import { WriteButton } from '@/components/write/write-button'
import { routes } from '@/lib/navigation/routes'
import { isFinal } from '@/lib/operations/schema'

import { type Followed, useFollowed, wordOf } from './followed-operation'
import { FollowedSteps } from './followed-steps'

/** Where the operation on this attachment stands, and after a change of table the way back; under its panel. */
export function FollowedAlert() {
  const { followed } = useFollowed()
  return followed && <FollowedNow followed={followed} />
}

function FollowedNow({ followed }: { followed: Followed }) {
  const t = useTranslations('attachment.followed')
  const { attachment } = useOpenAttachment()
  const { remembered, operation, follow } = useFollowed()
  const { association, tables } = useRouting(attachment)
  const tableName = useTableName()
  const nameOf = (tableId: string) => tableName(tables.data, tableId)
  const state = operation?.state ?? 'running'
  const tone: AlertTone = state === 'done' ? 'ok' : state === 'running' ? 'info' : 'warning'
  const word = wordOf(state)
  const replaced = followed.kind === 'replace' ? followed : undefined
  const canUndo =
    replaced?.from &&
    state === 'done' &&
    association.data?.transitRouterRouteTableId === replaced.to
  // What ended before this page was opened is of use only while it can be undone.
  if (remembered && (!operation || (isFinal(state) && !canUndo))) return null
  return (
    <div
      className={cx(
        'flex max-h-[45%] shrink-0 flex-col gap-2 overflow-y-auto border-t border-line px-6 py-3',
        // As high at the end as at the beginning: the steps come and go within it.
        !remembered && 'h-64',
      )}
    >
      <Alert
        tone={tone}
        actions={
          <>
            {canUndo && (
              <WriteButton
                permission="attachments.replace-table"
                variant="link"
                onClick={() => changeAddress({ [MODIFY]: replaced.from })}
              >
                {t('undo', { table: nameOf(replaced.from) })}
              </WriteButton>
            )}
            <TextLink href={routes.operation(followed.operationId)}>{t('steps')}</TextLink>
            {isFinal(state) && (
              <Button variant="link" onClick={() => follow(undefined)}>
                {t('dismiss')}
              </Button>
            )}
          </>
        }
      >
        {t(`panel.${followed.kind}.${word}`, { table: replaced ? nameOf(replaced.to) : '' })}
      </Alert>
      {operation && state !== 'done' && (
        <div className="rounded-card border border-line px-3.5">
          <FollowedSteps steps={operation.steps} transitRouterId={attachment.transitRouterId} />
        </div>
      )}
    </div>
  )
}
