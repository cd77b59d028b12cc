import 'server-only'
import { getRequestConfig } from 'next-intl/server'
import { headers } from 'next/headers'

import { currentZone, readPreference } from '@/lib/preferences/cookies'
import en from '@/messages/en.json'
import zhCN from '@/messages/zh-CN.json'

import { chooseLocale, LOCALE_COOKIE, type Locale } from './locale'

/** Both catalogues have the same keys; `catalogues.test.ts` proves it. */
const catalogues: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }

export default getRequestConfig(async () => {
  const locale = chooseLocale(
    await readPreference(LOCALE_COOKIE),
    (await headers()).get('accept-language'),
  )
  return { locale, messages: catalogues[locale], timeZone: await currentZone(), now: new Date() }
})
