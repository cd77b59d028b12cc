'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { Input, type InputProps } from './input'
import { Press } from './press'

/** Password managers are told to leave a key alone. */
const A_KEY = {
  mono: true,
  autoComplete: 'new-password',
  'data-1p-ignore': true,
  'data-lpignore': 'true',
}

/** A secret: masked until somebody asks to see it. With `autoComplete` it is a person's password, else a key. */
export function PasswordInput(props: Omit<InputProps, 'type' | 'end'>) {
  const t = useTranslations('ui')
  const [shown, setShown] = useState(false)
  return (
    <Input
      {...(!props.autoComplete && A_KEY)}
      {...props}
      type={shown ? 'text' : 'password'}
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
