import type { useTranslations } from 'next-intl'

import { type Packed, type RuleKey, unpackMessage } from '@/lib/i18n/message'

interface Rules {
  (key: RuleKey, values?: Record<string, string | number>): string
  has: ReturnType<typeof useTranslations<'rules'>>['has']
}

/** Says what `message()` packed, and a `reason` within it, by these words; those of others as they are. */
export function say(t: Rules, said: Packed): string {
  const { key, values, words } = unpackMessage(said)
  if (key === undefined) return words ?? ''
  // One that an older console left in the database.
  if (!t.has(key)) return key
  const { reason } = values
  return t(key, reason === undefined ? values : { ...values, reason: say(t, reason) })
}
