'use client'
import { MessageSquareText } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, useSyncExternalStore } from 'react'

import { cx } from '@/components/ui/cx'
import { opened } from '@/components/ui/late'
import { Press } from '@/components/ui/press'
import { useReason } from '@/components/write/reason'
import { reasonQuestion } from '@/lib/people/reason-asked'

const ReasonDialog = opened(() => import('./reason-dialog').then((m) => m.ReasonDialog))

interface ReasonButtonProps {
  /** On a narrow page the bar has no room for it. What a press asks for is asked by the one in the bar. */
  place: 'bar' | 'navigation'
}

/**
 * Under which reason this tab changes things, and where it is changed. Asks for one too, when a press needs it: the
 * page stays as it is under it, and the press goes on.
 */
export function ReasonButton({ place }: ReasonButtonProps) {
  const t = useTranslations('ui.reason')
  const reason = useReason()
  const [open, setOpen] = useState(false)
  const { subscribe, read, readOnServer } = reasonQuestion.store
  const asked = useSyncExternalStore(subscribe, read, readOnServer)
  const label = reason ? t('setTo', { reason }) : t('set')
  return (
    <>
      <Press
        aria-haspopup="dialog"
        aria-label={label}
        title={label}
        onClick={() => setOpen(true)}
        className={cx(
          'inline-flex h-8 min-w-0 items-center gap-1.5 rounded-control transition-colors motion',
          place === 'bar'
            ? 'px-2 hover:bg-bar-line max-md:hidden'
            : 'mx-5 max-w-full text-label hover:text-brand',
        )}
      >
        <MessageSquareText aria-hidden size={15} className="shrink-0" />
        {place === 'navigation' ? (
          <bdi className="truncate">{label}</bdi>
        ) : (
          reason && <bdi className="max-w-40 truncate max-lg:hidden">{reason}</bdi>
        )}
      </Press>
      {open && <ReasonDialog isAsked={false} onAnswer={() => setOpen(false)} />}
      {asked && place === 'bar' && (
        <ReasonDialog isAsked from={asked.from} onAnswer={reasonQuestion.answer} />
      )}
    </>
  )
}
