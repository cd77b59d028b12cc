'use server'
import { z } from 'zod'

import { LOCALE_COOKIE, locales } from '@/lib/i18n/locale'
import { isTimeZone } from '@/lib/i18n/time'
import {
  acceptSchema,
  elsewhereSchema,
  passkeySignInSchema,
  setUpSchema,
  signInSchema,
} from '@/lib/people/form'
import { acceptInvitation } from '@/lib/people/members'
import { beginUse } from '@/lib/people/passkeys'
import { setUp as setUpFirst } from '@/lib/people/set-up'
import { signIn as begin } from '@/lib/people/sign-in'
import { signInByPasskey as signInBy } from '@/lib/people/sign-in-by-passkey'
import {
  beginElsewhere as beginThere,
  endElsewhere as endThere,
} from '@/lib/people/sign-in-elsewhere'
import { keepPreference, ZONE_COOKIE } from '@/lib/preferences/cookies'
import { THEME_COOKIE, themes } from '@/lib/preferences/theme'
import { openAction } from '@/lib/request/action'

// What anybody may do, signed in or not.

export const setTheme = openAction(
  { schema: z.strictObject({ theme: z.enum(themes) }) },
  ({ theme }) => keepPreference(THEME_COOKIE, theme),
)

export const setLocale = openAction(
  { schema: z.strictObject({ locale: z.enum(locales) }) },
  ({ locale }) => keepPreference(LOCALE_COOKIE, locale),
)

export const setZone = openAction(
  { schema: z.strictObject({ timeZone: z.string().max(64).refine(isTimeZone) }) },
  ({ timeZone }) => keepPreference(ZONE_COOKIE, timeZone),
)

export const signIn = openAction({ schema: signInSchema }, begin)

export const beginPasskeySignIn = openAction({ schema: z.strictObject({}) }, () => beginUse())

export const signInByPasskey = openAction({ schema: passkeySignInSchema }, signInBy)

export const beginElsewhere = openAction({ schema: elsewhereSchema }, beginThere)

export const endElsewhere = openAction(
  { schema: z.strictObject({ query: z.string().max(4000) }) },
  ({ query }) => endThere(query),
)

export const setUp = openAction({ schema: setUpSchema }, async (first) => {
  await setUpFirst(first)
  await begin({ ...first, code: '' })
})

export const accept = openAction({ schema: acceptSchema }, async (said) => {
  await begin({ ...(await acceptInvitation(said)), code: '' })
})
