'use client'
import { useTranslations } from 'next-intl'
import { useParams } from 'next/navigation'

import { EmptyState } from '@/components/ui/empty-state'
import { ButtonLink } from '@/components/ui/text-link'
import { readSegment, routes } from '@/lib/navigation/routes'

type TableParams = Record<'cenId' | 'transitRouterId' | 'tableId', string>

/** What stands in the place of a route table that the router does not have. */
export function NoTable() {
  const t = useTranslations('routeTables.unknown')
  const { cenId, transitRouterId, tableId } = useParams<TableParams>()
  return (
    <EmptyState
      title={t('title')}
      action={
        <ButtonLink href={routes.routeTables(cenId, transitRouterId)}>{t('back')}</ButtonLink>
      }
    >
      {t.rich('body', {
        id: () => <bdi className="mono break-all">{readSegment(tableId).slice(0, 80)}</bdi>,
      })}
    </EmptyState>
  )
}
