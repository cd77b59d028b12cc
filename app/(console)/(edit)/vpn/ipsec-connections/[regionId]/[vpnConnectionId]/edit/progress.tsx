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
  /** Of the connection. */
  page: string
  onBack: (refusal: ActionFailure | undefined) => void
}

/** What OK began, step by step, to its end; then the connection. */
export function Progress({ operationId, page, onBack }: ProgressProps) {
  const t = useTranslations('ipsecConnections.edit.progress')
  const operations = useTranslations('attachForm.progress')
  const router = useRouter()
  return (
    <FollowToEnd
      operationId={operationId}
      decide={decideOnOperation}
      titleOf={({ state, subject }) => t(`state.${state}`, { subject })}
      words={{ again: t('again'), back: t('back') }}
      links={
        <>
          <ButtonLink href={routes.operation(operationId)}>
            {operations('openOperation')}
          </ButtonLink>
          <ButtonLink href={page}>{t('open')}</ButtonLink>
        </>
      }
      onDone={() => router.push(page)}
      onBack={onBack}
    />
  )
}
