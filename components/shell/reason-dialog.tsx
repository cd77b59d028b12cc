'use client'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useRef, useState } from 'react'

import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { ReasonField, useReason } from '@/components/write/reason'
import { message } from '@/lib/i18n/message'
import { reasonStore } from '@/lib/people/reason-asked'
import { parseReason } from '@/lib/text/reason'

interface ReasonDialogProps {
  /** A press waits for it: it cannot be empty. */
  isAsked: boolean
  /** What gets the focus back. */
  from?: HTMLElement | undefined
  onAnswer: (isAnswered: boolean) => void
}

/** Asks why the changes of this tab are made, over whatever is open. */
export function ReasonDialog({ isAsked, from, onAnswer }: ReasonDialogProps) {
  const t = useTranslations('shell.reason')
  const ui = useTranslations('ui')
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(useReason())
  const [isMissing, setMissing] = useState(false)
  const take = () => {
    const parsed = parseReason(text)
    setMissing(isAsked && parsed.ok && parsed.value === '')
    if (!parsed.ok || (isAsked && parsed.value === '')) {
      input.current?.focus()
      return
    }
    reasonStore.set(text)
    onAnswer(true)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.target !== input.current) return
    event.preventDefault()
    event.stopPropagation()
    take()
  }
  const cancel = () => onAnswer(false)
  return (
    <Dialog
      open
      firm
      title={t('title')}
      description={t(isAsked ? 'body' : 'own')}
      initialFocus={input}
      finalFocus={from}
      onClose={cancel}
      footer={
        <>
          <Button variant="primary" onClick={take}>
            {t(isAsked ? 'submit' : 'keep')}
          </Button>
          <Button onClick={cancel}>{ui('cancel')}</Button>
        </>
      }
    >
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Enter in its field takes it */}
      <div onKeyDown={onKeyDown}>
        <ReasonField
          ref={input}
          text={text}
          onText={setText}
          {...(isMissing && text.trim() === '' && { error: message('reason.missing') })}
        />
      </div>
    </Dialog>
  )
}
