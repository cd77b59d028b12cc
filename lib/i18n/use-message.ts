'use client'
import { useTranslations } from 'next-intl'

import type { Packed } from '@/lib/i18n/message'
import { say } from '@/lib/i18n/say'

/** Says what `message()` packed, and a `reason` within it, in the reader's language; words of others as they are. */
export function useMessage(): (said: Packed) => string {
  const t = useTranslations('rules')
  return (said) => say(t, said)
}
