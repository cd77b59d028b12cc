'use client'
import { MessageSquareText } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, useSyncExternalStore } from 'react'

import { opened } from '@/components/ui/late'
import { Press } from '@/components/ui/press'
import { useReason } from '@/components/write/reason'
import { reasonQuestion } from '@/lib/people/reason-asked'

const ReasonDialog = opened(() => import('./reason-dialog').then((m) => m.ReasonDialog))

/**
 * Under which reason this tab changes things, always in view, and where it is changed. Asks for one too, when a press
 * needs it: the page stays as it is under it, and the press goes on.
 */
export function ReasonButton() {
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
        className="inline-flex h-8 min-w-0 items-center gap-1.5 rounded-control px-2 transition-colors motion hover:bg-bar-line"
      >
        <MessageSquareText aria-hidden size={15} className="shrink-0" />
        {reason && <bdi className="max-w-40 truncate max-lg:hidden">{reason}</bdi>}
      </Press>
      {open && <ReasonDialog isAsked={false} onAnswer={() => setOpen(false)} />}
      {asked && <ReasonDialog isAsked from={asked.from} onAnswer={reasonQuestion.answer} />}
    </>
  )
}
