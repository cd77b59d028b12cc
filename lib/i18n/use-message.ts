'use client'
import { useTranslations } from 'next-intl'

import { unpackMessage } from '@/lib/message'

/** Translates what `message()` packed. A string it did not pack comes back as it is. */
export function useMessage(): (packed: string) => string {
  const t = useTranslations('rules')
  return (packed) => {
    const { key, values } = unpackMessage(packed)
    return t.has(key) ? t(key, values) : packed
  }
}
