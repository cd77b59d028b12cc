'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'

import { TextLink } from '@/components/ui/text-link'
import { routes } from '@/lib/navigation/routes'
import { recentOperations } from '@/lib/operations/queries'
import { isFinal } from '@/lib/operations/schema'

/** Beside an attachment in a list: the operation that works on it, if there is one. */
export function OperationMark({ attachmentId }: { attachmentId: string }) {
  const t = useTranslations('operations.mark')
  const { data } = useQuery(recentOperations())
  const operation = data?.find(
    ({ place, state }) => place.transitRouterAttachmentId === attachmentId && !isFinal(state),
  )
  if (!operation) return null
  const { operationId, state } = operation
  return (
    <TextLink href={routes.operation(operationId)} className="block text-hint">
      {t(state === 'needs-decision' ? 'needs' : 'running')}
    </TextLink>
  )
}
