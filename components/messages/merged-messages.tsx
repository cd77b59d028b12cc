'use client'
import {
  type AbstractIntlMessages,
  NextIntlClientProvider,
  useLocale,
  useMessages,
} from 'next-intl'
import { type ReactNode, useMemo } from 'react'

import { merge } from '@/lib/i18n/pick'

interface MergedMessagesProps {
  /** A part of the catalogue. */
  json: string
  children: ReactNode
}

/** Adds messages to those of the provider above; a plain nested provider would replace them. */
export function MergedMessages({ json, children }: MergedMessagesProps) {
  const above = useMessages()
  const merged = useMemo(
    () => merge(above, JSON.parse(json) as AbstractIntlMessages),
    [above, json],
  )
  return (
    <NextIntlClientProvider locale={useLocale()} messages={merged}>
      {children}
    </NextIntlClientProvider>
  )
}
