'use client'
import { useMessages, useTranslations } from 'next-intl'
import { useCallback } from 'react'

import { holds } from '@/lib/i18n/pick'

/** What a change is about, in the reader's language: a light, or a setting by the label of its field. */
export function useLightName(): (what: string) => string {
  const t = useTranslations('history.what')
  const all = useTranslations()
  const messages = useMessages()
  return useCallback(
    (what) => {
      const [, kind = what, rest = ''] = /^(\w+):(.*)$/.exec(what) ?? []
      if (kind === 'tunnel' || kind === 'bgp') return t(kind, { number: rest })
      if (kind !== 'setting') return t(kind as 'health')
      const [, tunnel] = /tunnels\.(\d)\./.exec(rest) ?? []
      const key = `attachForm.${rest.replace(/\.\d+(?=\.|$)/g, '')}.label`
      const label = holds(messages, key) ? all(key as 'ui.ok') : rest
      return tunnel === undefined
        ? t('setting', { label })
        : t('tunnelSetting', { label, number: Number(tunnel) + 1 })
    },
    [t, all, messages],
  )
}
