'use client'
import { useFormatter, useTranslations } from 'next-intl'

import { useOpenAttachment } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/open-attachment'
import { useReachWords } from '@/components/transit-router/use-reach-words'
import { Alert } from '@/components/ui/alert'

import type { WholeChange } from './use-whole-way'

/** What a list of single prefixes hides: routes that catch what lost its own, policies, and ways back that are missing. */
export function Findings({ changes }: { changes: readonly WholeChange[] }) {
  const t = useTranslations('attachment.difference.finding')
  const format = useFormatter()
  const { way } = useReachWords(useOpenAttachment().router)
  const caught = changes.filter(({ outcome }) => outcome === 'caught')
  const takers = new Map<string, number>()
  for (const { prefix, after } of caught)
    for (const part of after)
      if (part.by && part.by !== prefix && part.reach === 'hop') {
        const taker = way(part, prefix)
        takers.set(taker, (takers.get(taker) ?? 0) + 1)
      }
  const reached = changes.filter(({ outcome }) =>
    ['gained', 'caught', 'next-hop'].includes(outcome),
  )
  const held = reached.filter(({ telling }) => telling?.word === 'held')
  const lonely = reached.filter(({ back }) =>
    back.some(({ state }) => state === 'none' || state === 'elsewhere' || state === 'partly'),
  )
  if (caught.length + held.length + lonely.length === 0) return null
  return (
    <Alert tone="warning">
      <ul className="flex flex-col gap-1">
        {caught.length > 0 && (
          <li>
            <b className="font-semibold">{t('caught', { count: caught.length })}</b>{' '}
            {format.list([...takers].map(([taker, count]) => t('taker', { taker, count })))}
          </li>
        )}
        {held.length > 0 && (
          <li>
            <b className="font-semibold">{t('held', { count: held.length })}</b>{' '}
            {t('heldBody', {
              priorities: [...new Set(held.map(({ telling }) => telling?.priority))].join(', '),
            })}
          </li>
        )}
        {lonely.length > 0 && (
          <li>
            <b className="font-semibold">{t('lonely', { count: lonely.length })}</b>{' '}
            {t('lonelyBody')}
          </li>
        )}
      </ul>
    </Alert>
  )
}
