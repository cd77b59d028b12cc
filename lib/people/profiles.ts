import 'server-only'
import { isWithin, type Limits, narrowest } from '@/lib/people/limits'
import type { Person, Role } from '@/lib/people/schema'
import { env } from '@/lib/process/env'
import { profilesOf } from '@/lib/process/environment'

/** The configured credential profiles, the default one first. */
export const profiles = profilesOf(env)

/** Those that somebody may use; everybody may with `AUTH=off`. */
export const profilesOpenTo = (person: Pick<Person, 'limits'> | undefined) =>
  profiles.filter(({ name }) => isWithin(person?.limits, 'profiles', name))

/** Whether a second person approves what is dangerous in an account. */
export const asksSecondPerson = (profile: string): boolean => env.SECOND_PERSON.includes(profile)

/** Whether whoever changes something in an account has to say why. */
export const asksReason = (profile: string): boolean => env.REASON_REQUIRED.includes(profile)

/** What limits a person: what an administrator set, and which profiles `CLOUD_PROFILE_USERS` opens. */
export function effectiveLimits(person: {
  email: string
  role: Role
  limits: Limits | null
}): Limits | undefined {
  return narrowest(person.limits ?? undefined, configuredLimits(person))
}

function configuredLimits({ email, role }: { email: string; role: Role }): Limits | undefined {
  const users = env.CLOUD_PROFILE_USERS
  if (!users) return undefined
  const isNamed = (names: readonly string[]) =>
    names.some((name) => name === '*' || name === email || name === `role:${role}`)
  return {
    profiles: profiles.flatMap(({ name }) => (isNamed(users[name] ?? []) ? [name] : [])),
  }
}
