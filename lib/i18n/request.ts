import 'server-only'
import { getRequestConfig } from 'next-intl/server'
import { cookies, headers } from 'next/headers'

import type en from '@/messages/en.json'

import { chooseLocale, LOCALE_COOKIE, type Locale } from './locale'

const catalogues = {
  en: () => import('@/messages/en.json'),
  'zh-CN': () => import('@/messages/zh-CN.json'),
} satisfies Record<Locale, unknown>

export default getRequestConfig(async () => {
  const locale = chooseLocale(
    (await cookies()).get(LOCALE_COOKIE)?.value,
    (await headers()).get('accept-language'),
  )
  // Both catalogues have the same keys; lib/i18n/catalogues.test.ts proves it.
  const messages = (await catalogues[locale]()).default as typeof en
  return { locale, messages, timeZone: 'UTC' }
})
