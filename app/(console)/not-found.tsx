import { useTranslations } from 'next-intl'

import { OtherAccounts } from '@/components/shell/link-account'
import { EmptyState } from '@/components/ui/empty-state'
import { ButtonLink } from '@/components/ui/text-link'
import { routes } from '@/lib/navigation/routes'

/** What stands where a page would be that does not exist: inside the shell, so that the navigation stays. */
export default function NotFound() {
  const t = useTranslations('shell')
  return (
    <EmptyState
      title={<h1>{t('notFound.title')}</h1>}
      action={<ButtonLink href={routes.instances()}>{t('back')}</ButtonLink>}
    >
      {t('notFound.body')}
      <OtherAccounts />
    </EmptyState>
  )
}
