'use client'
import { useTranslations } from 'next-intl'

import { isPacked, unpackMessage } from '@/lib/i18n/message'

/**
 * Translates what `message()` packed, and a `reason` within it. A string it did not pack comes back as it is.
 */
export function useMessage(): (packed: string) => string {
  const t = useTranslations('rules')
  const translate = (packed: string): string => {
    if (!isPacked(packed)) return packed
    const { key, values } = unpackMessage(packed)
    if (!t.has(key)) return packed
    const { reason } = values
    return t(key, typeof reason === 'string' ? { ...values, reason: translate(reason) } : values)
  }
  return translate
}
