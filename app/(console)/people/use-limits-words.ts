import { useFormatter, useTranslations } from 'next-intl'

import { limitNames, type Limits } from '@/lib/people/limits'

/** What somebody is limited to, in a few words. */
export function useLimitsWords(): (limits: Limits | undefined) => string {
  const t = useTranslations('people.limits')
  const format = useFormatter()
  return (limits) => {
    const words = limitNames.flatMap((name) =>
      limits?.[name] ? [t(name, { count: limits[name].length })] : [],
    )
    return words.length > 0 ? format.list(words, { type: 'unit' }) : t('none')
  }
}
