import 'server-only'
import { cookies } from 'next/headers'

import { THEME_COOKIE, type Theme, themes } from './theme'

const YEAR = 365 * 24 * 60 * 60

/** The theme chosen in the top bar; `system` when none was. */
export async function currentTheme(): Promise<Theme> {
  const chosen = (await cookies()).get(THEME_COOKIE)?.value
  return themes.find((theme) => theme === chosen) ?? 'system'
}

export const NAVIGATION_COOKIE = 'navigation'

/** Whether the left navigation was left open. */
export async function isNavigationOpen(): Promise<boolean> {
  return (await cookies()).get(NAVIGATION_COOKIE)?.value !== 'closed'
}

/** Keeps a preference in a cookie for a year, where the server reads it before it renders. */
export async function keepPreference(name: string, value: string): Promise<void> {
  ;(await cookies()).set(name, value, {
    path: '/',
    maxAge: YEAR,
    sameSite: 'strict',
    httpOnly: true,
  })
}
