'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'

import { decideOnOperation } from '@/app/(console)/decide'
import { FollowToEnd } from '@/components/operation/follow-to-end'
import { ButtonLink } from '@/components/ui/text-link'
import { routes } from '@/lib/navigation/routes'
import type { ActionFailure } from '@/lib/request/result'

interface ProgressProps {
  operationId: string
  cenId: string
  transitRouterId: string
  onBack: (refusal: ActionFailure | undefined) => void
}

/** What OK began, step by step, to its end; then the list with the new row. */
export function Progress({ operationId, cenId, transitRouterId, onBack }: ProgressProps) {
  const t = useTranslations('attachForm.progress')
  const router = useRouter()
  return (
    <FollowToEnd
      operationId={operationId}
      decide={decideOnOperation}
      titleOf={({ state, subject }) => t(`state.${state}`, { subject })}
      words={{ again: t('again'), back: t('back') }}
      links={
        <>
          <ButtonLink href={routes.operation(operationId)}>{t('openOperation')}</ButtonLink>
          <ButtonLink href={routes.connections(cenId, transitRouterId)}>{t('open')}</ButtonLink>
        </>
      }
      onDone={({ place: { transitRouterAttachmentId: made } }) => {
        if (made) router.push(routes.createdConnection(cenId, transitRouterId, made))
      }}
      onBack={onBack}
    />
  )
}
