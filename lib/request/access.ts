import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'

import { Fault } from '@/lib/failure/errors'
import { routes } from '@/lib/navigation/routes'
import type { Access } from '@/lib/people/access'
import { currentPerson } from '@/lib/people/session'
import { readPreference } from '@/lib/preferences/cookies'
import { env } from '@/lib/process/env'
import { ACCOUNT_HEADER, asHeader } from '@/lib/request/account-header'

export type { Access }

export interface Profile {
  name: string
  accountId?: string
}

const EMULATOR_PROFILES = ['main:1000000000000001', 'partner:1000000000000002']

/** The configured credential profiles, the default one first. */
export const profiles: Profile[] = (
  env.CLOUD_PROFILES ?? (env.CLOUD === 'emulator' ? EMULATOR_PROFILES : ['default'])
).map((entry) => {
  const [name = entry, accountId] = entry.split(':')
  return accountId ? { name, accountId } : { name }
})

export const PROFILE_COOKIE = 'profile'

/**
 * The profile that the page was made for; for a page that is opened the one chosen in the top bar, or the first
 * configured one when the cookie names none of them. Undefined when somebody must sign in and nobody has.
 * `isUse`: not when a page asks by itself.
 */
export async function accessOfRequest(isUse: boolean = true): Promise<Access | undefined> {
  const person = env.AUTH === 'off' ? undefined : await currentPerson(isUse)
  if (env.AUTH !== 'off' && !person) return undefined
  const profile = (await madeFor()) ?? (await chosenProfile())
  return { profile, ...(person && { person }) }
}

/** The same for a page: it leads to the sign-in instead. The proxy has asked before; this holds when it was passed by. */
export async function currentAccess(): Promise<Access> {
  const access = await accessOfRequest()
  if (!access) redirect(routes.signIn())
  return access
}

/**
 * The profile a page was made for and the one chosen since, in another tab or by another program on this address:
 * what such a page asks for is refused. Undefined when they are one.
 */
export async function otherAccount(): Promise<{ made: string; now: string } | undefined> {
  const made = await madeFor()
  const now = await chosenProfile()
  return made === undefined || made === now ? undefined : { made, now }
}

async function madeFor(): Promise<string | undefined> {
  const said = (await headers()).get(ACCOUNT_HEADER)
  return profiles.find(({ name }) => asHeader(name) === said)?.name
}

async function chosenProfile(): Promise<string> {
  const chosen = await readPreference(PROFILE_COOKIE)
  const profile = profiles.find(({ name }) => name === chosen) ?? profiles[0]
  if (!profile) throw new Fault('CLOUD_PROFILES names no profile.')
  return profile.name
}
