'use server'
import { z } from 'zod'

import { LOCALE_COOKIE, locales } from '@/lib/i18n/locale'
import { keepPreference, NAVIGATION_COOKIE } from '@/lib/preferences/cookies'
import { THEME_COOKIE, themes } from '@/lib/preferences/theme'
import { PROFILE_COOKIE, profiles } from '@/lib/request/access'
import { action } from '@/lib/request/action'

export const setTheme = action(
  { permission: 'preferences.write', schema: z.strictObject({ theme: z.enum(themes) }) },
  ({ theme }) => keepPreference(THEME_COOKIE, theme),
)

export const setLocale = action(
  { permission: 'preferences.write', schema: z.strictObject({ locale: z.enum(locales) }) },
  ({ locale }) => keepPreference(LOCALE_COOKIE, locale),
)

export const setProfile = action(
  {
    permission: 'preferences.write',
    schema: z.strictObject({ profile: z.enum(profiles.map(({ name }) => name)) }),
  },
  ({ profile }) => keepPreference(PROFILE_COOKIE, profile),
)

export const setNavigation = action(
  { permission: 'preferences.write', schema: z.strictObject({ open: z.boolean() }) },
  ({ open }) => keepPreference(NAVIGATION_COOKIE, open ? 'open' : 'closed'),
)
