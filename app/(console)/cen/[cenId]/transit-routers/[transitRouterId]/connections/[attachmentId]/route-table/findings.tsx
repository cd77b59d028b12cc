'use client'
import { useFormatter, useTranslations } from 'next-intl'

import { Alert } from '@/components/ui/alert'
import type { Findings as Found } from '@/lib/route-tables/comparison'

/** What a list of single prefixes hides: routes that catch what lost its own, policies, and ways back that are missing. */
export function Findings({ caught, takers, held, priorities, lonely }: Found) {
  const t = useTranslations('attachment.difference.finding')
  const format = useFormatter()
  if (caught + held + lonely === 0) return null
  return (
    <Alert tone="warning">
      <ul className="flex flex-col gap-1">
        {caught > 0 && (
          <li>
            <b className="font-semibold">{t('caught', { count: caught })}</b>{' '}
            {format.list(takers.map(({ taker, count }) => t('taker', { taker, count })))}
          </li>
        )}
        {held > 0 && (
          <li>
            <b className="font-semibold">{t('held', { count: held })}</b>{' '}
            {t('heldBody', { priorities: priorities.join(', ') })}
          </li>
        )}
        {lonely > 0 && (
          <li>
            <b className="font-semibold">{t('lonely', { count: lonely })}</b> {t('lonelyBody')}
          </li>
        )}
      </ul>
    </Alert>
  )
}
