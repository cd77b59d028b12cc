import 'server-only'
import { cookies, headers } from 'next/headers'

import { isTimeZone, UTC } from '@/lib/i18n/time'

import { THEME_COOKIE, type Theme, themes } from './theme'

const YEAR = 365 * 24 * 60 * 60

/** The theme chosen in the top bar; `system` when none was. */
export async function currentTheme(): Promise<Theme> {
  const chosen = await readPreference(THEME_COOKIE)
  return themes.find((theme) => theme === chosen) ?? 'system'
}

/** What times are shown in; UTC until the reader asks for local time. */
export const ZONE_COOKIE = 'time-zone'

/** The time zone in which times are shown, by its IANA name. */
export async function currentZone(): Promise<string> {
  const chosen = await readPreference(ZONE_COOKIE)
  return chosen !== undefined && isTimeZone(chosen) ? chosen : UTC
}

export const NAVIGATION_COOKIE = 'navigation'

/** Whether the left navigation was left open. */
export async function isNavigationOpen(): Promise<boolean> {
  return (await readPreference(NAVIGATION_COOKIE)) !== 'closed'
}

/** Keeps a preference in a cookie for a year, where the server reads it before it renders. */
export async function keepPreference(name: string, value: string): Promise<void> {
  const secure = await isTls()
  ;(await cookies()).set(cookieName(name, secure), value, {
    path: '/',
    maxAge: YEAR,
    sameSite: 'strict',
    httpOnly: true,
    secure,
  })
}

/** What a preference was set to, if it was. */
export const readPreference = async (name: string): Promise<string | undefined> =>
  (await cookies()).get(cookieName(name, await isTls()))?.value

/** Over TLS no other host and no plain connection can set it. RFC 6265bis, section 4.1.3.2. */
export const cookieName = (name: string, isSecure: boolean): string =>
  isSecure ? `__Host-${name}` : name

/** The gate's own word on how the request came. */
export const isTls = async (): Promise<boolean> =>
  (await headers()).get('x-forwarded-proto') === 'https'
