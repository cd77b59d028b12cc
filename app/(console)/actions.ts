'use server'
import { z } from 'zod'

import { auditedAs, recordAudit } from '@/lib/audit/append'
import { AccessError } from '@/lib/failure/errors'
import { proofSchema } from '@/lib/people/form'
import { beginUse } from '@/lib/people/passkeys'
import { prove as proveToBeThere } from '@/lib/people/presence'
import { profiles, profilesOpenTo } from '@/lib/people/profiles'
import { endCurrent } from '@/lib/people/session'
import { keepPreference, NAVIGATION_COOKIE } from '@/lib/preferences/cookies'
import { PROFILE_COOKIE } from '@/lib/request/access'
import { action } from '@/lib/request/action'

export const setProfile = action(
  {
    permission: 'preferences.write',
    schema: z.strictObject({ profile: z.enum(profiles.map(({ name }) => name)) }),
  },
  async ({ profile }, { person }) => {
    if (!profilesOpenTo(person).some(({ name }) => name === profile))
      throw new AccessError('OutsideLimits')
    await keepPreference(PROFILE_COOKIE, profile)
  },
)

export const setNavigation = action(
  { permission: 'preferences.write', schema: z.strictObject({ open: z.boolean() }) },
  ({ open }) => keepPreference(NAVIGATION_COOKIE, open ? 'open' : 'closed'),
)

/** Takes a proof of who is there, for what is dangerous. */
export const prove = action(
  { permission: 'own-account.write', schema: proofSchema },
  async (said, { person, ...access }) => {
    if (person) await proveToBeThere({ ...access, person }, said)
  },
)

/** Asks the browser for a passkey of its person, with which `prove` goes on. */
export const beginPasskeyProof = action(
  { permission: 'own-account.write', schema: z.strictObject({}) },
  async (_, { person }) => {
    if (!person) throw new AccessError('NotAllowed')
    return await beginUse(person)
  },
)

export const signOut = action(
  { permission: 'own-account.write', schema: z.strictObject({}) },
  async (_, access) => {
    if (!access.person) return
    await recordAudit({
      ...auditedAs(access),
      actor: '',
      phase: 'intent',
      action: 'console:sign-out',
      regionId: '',
      changes: [],
      outcome: 'accepted',
    })
    await endCurrent(access.person)
  },
)
