'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'

import { State } from '@/components/resource/state'
import { TextLink } from '@/components/ui/text-link'
import { routes } from '@/lib/navigation/routes'
import { recentOperations } from '@/lib/operations/queries'
import { isFinal, isMoving, type OperationState } from '@/lib/operations/schema'

function useOperationOn(attachmentId: string) {
  const { data } = useQuery(recentOperations())
  return data?.find(
    ({ place, state }) => place.transitRouterAttachmentId === attachmentId && !isFinal(state),
  )
}

/** Whether an operation takes the attachment away: for the cloud it is attached until the last of its steps. */
export function useIsBeingDeleted(attachmentId: string): boolean {
  const operation = useOperationOn(attachmentId)
  return operation?.kind === 'delete-attachment' && isMoving(operation.state)
}

/** The status of an attachment: what the cloud says, or that it is on its way out. */
export function AttachmentStatus({
  attachmentId,
  status,
}: {
  attachmentId: string
  status: string
}) {
  return <State kind="resource" of={useIsBeingDeleted(attachmentId) ? 'Deleting' : status} />
}

const words: Partial<Record<OperationState, 'needs' | 'waits'>> = {
  'needs-decision': 'needs',
  'waits-for-approval': 'waits',
}

/** Beside an attachment in a list: the operation that works on it, if there is one. */
export function OperationMark({ attachmentId }: { attachmentId: string }) {
  const t = useTranslations('operations.mark')
  const operation = useOperationOn(attachmentId)
  if (!operation) return null
  const { operationId, state } = operation
  return (
    <TextLink href={routes.operation(operationId)} className="block text-hint">
      {t(words[state] ?? 'running')}
    </TextLink>
  )
}
