'use client'
import { useTranslations } from 'next-intl'
import { type Ref, useId } from 'react'

import { Input } from './input'

interface TypedNameProps {
  /** What has to be typed. */
  name: string
  text: string
  onText: (text: string) => void
  ref?: Ref<HTMLInputElement>
}

/** Whether somebody typed what was to be typed. */
export const isTyped = (text: string, name: string): boolean => text.trim() === name

/** Asks to type what is lost, before a button takes it away. */
export function TypedName({ name, text, onText, ref }: TypedNameProps) {
  const t = useTranslations('ui.confirm')
  const id = useId()
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-label">
        {t.rich('type', {
          name,
          b: (chunk) => <b className="mono font-semibold">{chunk}</b>,
        })}
      </label>
      <Input
        ref={ref}
        id={id}
        mono
        value={text}
        onChange={(event) => onText(event.target.value)}
        className="max-w-80"
      />
    </div>
  )
}
