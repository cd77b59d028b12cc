'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'

import { UndoLast } from '@/components/operation/undo-last'
import { useWordList } from '@/components/ui/use-word-list'
import { lastReplacementIn } from '@/lib/gateway-replacement/queries'

import { undoReplacement } from './replace-actions'

/** The last replacement of a gateway of the region within a day, and the way back. */
export function LastReplacement({ regionId }: { regionId: string }) {
  const t = useTranslations('customerGateways.replace.last')
  const list = useWordList()
  const { data: last } = useQuery(lastReplacementIn({ regionId }))
  const name = last?.name ?? ''
  return (
    <UndoLast<string>
      last={last}
      name={name}
      undo={(ids) => undoReplacement({ ...ids, regionId })}
      texts={{
        running: t('running', { name }),
        done: t('done', { name }),
        stopped: t('stopped', { name }),
        title: t('title', { name }),
        body: t('body'),
        changed: (theirs) => t('changed', { names: list(theirs) }),
      }}
    />
  )
}
