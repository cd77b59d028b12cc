import 'server-only'
import { cookies } from 'next/headers'

import { env } from '@/lib/process/env'

/** On whose behalf the cloud is called. Sign-in will decide it here and nowhere else. */
export interface Access {
  profile: string
}

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

/** The profile chosen in the top bar; the first configured one when the cookie names none of them. */
export async function currentAccess(): Promise<Access> {
  const chosen = (await cookies()).get(PROFILE_COOKIE)?.value
  const profile = profiles.find(({ name }) => name === chosen) ?? profiles[0]
  if (!profile) throw new Error('CLOUD_PROFILES names no profile.')
  return { profile: profile.name }
}
