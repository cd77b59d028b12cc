'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { Input, type InputProps } from './input'
import { Press } from './press'

/** A secret: masked until somebody asks to see it. Password managers are told to leave it alone. */
export function PasswordInput(props: Omit<InputProps, 'type' | 'end'>) {
  const t = useTranslations('ui')
  const [shown, setShown] = useState(false)
  return (
    <Input
      {...props}
      mono
      type={shown ? 'text' : 'password'}
      autoComplete="new-password"
      data-1p-ignore
      data-lpignore="true"
      end={
        <Press
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
          className="rounded-control px-1 text-label font-medium text-brand hover:text-brand-hover"
        >
          {shown ? t('hide') : t('show')}
        </Press>
      }
    />
  )
}
