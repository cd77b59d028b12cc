import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'

import { routes } from '@/lib/navigation/routes'
import type { Access } from '@/lib/people/access'
import { profiles, profilesOpenTo } from '@/lib/people/profiles'
import type { Person } from '@/lib/people/schema'
import { currentPerson } from '@/lib/people/session'
import { readPreference } from '@/lib/preferences/cookies'
import { env } from '@/lib/process/env'
import { ACCOUNT_HEADER, asHeader } from '@/lib/request/account-header'

export type { Access }

export const PROFILE_COOKIE = 'profile'

/**
 * The profile that the page was made for; for a page that is opened the one chosen in the top bar, or the first one that
 * is open to who asks when the cookie names none of them; empty when none is. Undefined when somebody must sign in and nobody has.
 * `isUse`: not when a page asks by itself.
 */
export async function accessOfRequest(isUse: boolean = true): Promise<Access | undefined> {
  const person = env.AUTH === 'off' ? undefined : await currentPerson(isUse)
  if (env.AUTH !== 'off' && !person) return undefined
  const profile = (await madeFor()) ?? (await chosenProfile(person))
  return { profile, ...(person && { person }) }
}

/**
 * The same for a page: it leads to the sign-in instead. The proxy has asked before; this holds when it was passed by.
 * One object for all of a page, so that what is read for it is read once. The layout and the page of the own account
 * ask this: they are open to somebody who has yet to set up the second factor that an administrator asks for.
 */
export const accessBeforeFactor = cache(async (): Promise<Access> => {
  const access = await accessOfRequest()
  if (!access) redirect(routes.signIn())
  return access
})

/** The same for every other page, which leads to the own account then. */
export async function currentAccess(): Promise<Access> {
  const access = await accessBeforeFactor()
  if (access.person?.secondFactor === 'missing') redirect(routes.ownAccount())
  return access
}

/**
 * The profile a page was made for and the one chosen since, in another tab or by another program on this address:
 * what such a page asks for is refused. Undefined when they are one.
 */
export async function otherAccount({
  person,
}: Access): Promise<{ made: string; now: string } | undefined> {
  const made = await madeFor()
  const now = await chosenProfile(person)
  return made === undefined || made === now ? undefined : { made, now }
}

async function madeFor(): Promise<string | undefined> {
  const said = (await headers()).get(ACCOUNT_HEADER)
  return profiles.find(({ name }) => asHeader(name) === said)?.name
}

async function chosenProfile(person: Person | undefined): Promise<string> {
  const chosen = await readPreference(PROFILE_COOKIE)
  const open = profilesOpenTo(person)
  return (open.find(({ name }) => name === chosen) ?? open[0])?.name ?? ''
}
