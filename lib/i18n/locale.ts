import type { CloudLanguage } from '@/lib/regions/schema'

/** The languages of the catalogues; the first is what an unknown browser gets. */
export const locales = ['en', 'zh-CN'] as const
export type Locale = (typeof locales)[number]

export const LOCALE_COOKIE = 'locale'

/** Picks a language: the cookie's when we speak it, else Chinese for a Chinese browser, else English. */
export function chooseLocale(cookie: string | undefined, acceptLanguage: string | null): Locale {
  const chosen = locales.find((locale) => locale === cookie)
  return chosen ?? (/^\s*zh\b/i.test(acceptLanguage ?? '') ? 'zh-CN' : 'en')
}

/** The language in which the cloud names its regions for a reader of ours. */
export const cloudLanguage = (locale: Locale): CloudLanguage =>
  locale === 'zh-CN' ? 'zh-CN' : 'en-US'
