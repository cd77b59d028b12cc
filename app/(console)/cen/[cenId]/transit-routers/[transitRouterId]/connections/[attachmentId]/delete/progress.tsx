'use client'
import { useTranslations } from 'next-intl'

import {
  type Followed,
  useFollowed,
  wordOf,
} from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/route-table/followed-operation'
import { FollowedSteps } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/route-table/followed-steps'
import { Alert } from '@/components/ui/alert'
import { TextLink } from '@/components/ui/text-link'
import { routes } from '@/lib/navigation/routes'

interface DeletionProgressProps {
  followed: Followed
  transitRouterId: string
}

/** How far a deletion is that this page began, when the attachment itself is gone already. */
export function DeletionProgress({ followed, transitRouterId }: DeletionProgressProps) {
  const t = useTranslations('attachment.followed')
  const { operation } = useFollowed()
  const state = operation?.state ?? 'running'
  const word = wordOf(state)
  return (
    <div className="flex flex-col gap-3">
      <Alert
        tone={word === 'done' ? 'ok' : word === 'running' ? 'info' : 'warning'}
        actions={<TextLink href={routes.operation(followed.operationId)}>{t('steps')}</TextLink>}
      >
        {t(`panel.delete.${word}`)}
      </Alert>
      {operation && <FollowedSteps steps={operation.steps} transitRouterId={transitRouterId} />}
    </div>
  )
}
