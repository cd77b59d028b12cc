import { useTranslations } from 'next-intl'

import { EmptyState } from '@/components/ui/empty-state'
import { ButtonLink } from '@/components/ui/text-link'
import { routes } from '@/lib/navigation/routes'

/** What stands in the place of a page that does not exist. */
export function NotFoundState() {
  const t = useTranslations('shell')
  return (
    <EmptyState
      title={<h1>{t('notFound.title')}</h1>}
      action={<ButtonLink href={routes.instances()}>{t('back')}</ButtonLink>}
    >
      {t('notFound.body')}
    </EmptyState>
  )
}
