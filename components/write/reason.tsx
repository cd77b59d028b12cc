'use client'
import { useTranslations } from 'next-intl'
import { type Ref, useId, useState, useSyncExternalStore } from 'react'

import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import type { Packed } from '@/lib/i18n/message'
import { useMessage } from '@/lib/i18n/use-message'
import { reasonStore } from '@/lib/people/reason-asked'
import { parseReason } from '@/lib/text/reason'

import { useOwnAccount } from './account-context'

/** Why the changes of this tab are made, as it was typed last. */
export const useReason = () =>
  useSyncExternalStore(reasonStore.subscribe, reasonStore.read, reasonStore.readOnServer)

/**
 * Where somebody about to change something says why: one line that opens into a field, or the field where the account
 * asks for it. What is typed goes with every change of this tab, so it is there for the next one.
 */
export function Reason() {
  const t = useTranslations('ui.reason')
  const own = useOwnAccount()
  const text = useReason()
  const [opened, setOpened] = useState(false)
  if (!own) return null
  if (text === '' && !opened && !own.asksReason)
    return (
      <div>
        <Button variant="link" onClick={() => setOpened(true)}>
          {t('add')}
        </Button>
      </div>
    )
  return <ReasonField text={text} onText={reasonStore.set} {...(opened && { ref: focusAtOnce })} />
}

interface ReasonFieldProps {
  text: string
  onText: (text: string) => void
  /** What is wrong with it beside what its text shows. */
  error?: Packed | undefined
  ref?: Ref<HTMLInputElement>
}

/** The field itself, with what is wrong with its text. */
export function ReasonField({ text, onText, error, ref }: ReasonFieldProps) {
  const t = useTranslations('ui.reason')
  const translate = useMessage()
  const own = useOwnAccount()
  const id = useId()
  const parsed = parseReason(text)
  const wrong = parsed.ok ? error : parsed.message
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-label">
        {own?.asksReason && (
          <span aria-hidden className="mr-1 text-error">
            *
          </span>
        )}
        {t('label')}
      </label>
      <Input
        ref={ref}
        id={id}
        value={text}
        required={own?.asksReason ?? false}
        invalid={wrong !== undefined}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onText(event.target.value)}
        className="max-w-118"
      />
      <p id={`${id}-hint`} className={wrong ? 'text-hint text-error' : 'text-hint text-muted'}>
        {wrong ? translate(wrong) : t('hint')}
      </p>
    </div>
  )
}

const focusAtOnce = (input: HTMLInputElement | null) => input?.focus()
