'use client'
import { useTranslations } from 'next-intl'

import { type Packed, unpackMessage } from '@/lib/i18n/message'

/** Says what `message()` packed, and a `reason` within it, in the reader's language; words of others as they are. */
export function useMessage(): (said: Packed) => string {
  const t = useTranslations('rules')
  const translate = (said: Packed): string => {
    const { key, values, words } = unpackMessage(said)
    if (key === undefined) return words ?? ''
    // One that an older console left in the database.
    if (!t.has(key)) return key
    const { reason } = values
    return t(key, reason === undefined ? values : { ...values, reason: translate(reason) })
  }
  return translate
}
