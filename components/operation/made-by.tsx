'use client'
import { useTranslations } from 'next-intl'

import { TextLink } from '@/components/ui/text-link'
import { routes } from '@/lib/navigation/routes'

/** The operation of ours that made a resource. */
export function MadeBy({ operationId }: { operationId: string }) {
  const t = useTranslations('operations.mark')
  return <TextLink href={routes.operation(operationId)}>{t('madeBy')}</TextLink>
}
