'use server'
import { z } from 'zod'

import { AccessError } from '@/lib/failure/errors'
import type { Access } from '@/lib/people/access'
import { beginAuthenticator as begin } from '@/lib/people/authenticator'
import {
  confirmAuthenticator as confirm,
  removeAuthenticator as remove,
} from '@/lib/people/factors'
import { changePasswordSchema, codeSchema, newTokenSchema } from '@/lib/people/form'
import { changeOwnPassword } from '@/lib/people/members'
import type { Person } from '@/lib/people/schema'
import { endOwn } from '@/lib/people/session'
import { createToken as make, revokeToken } from '@/lib/people/tokens'
import { action } from '@/lib/request/action'

export const createToken = action(
  { permission: 'own-account.token', schema: newTokenSchema },
  async (made, access) => ({
    token: await make({ ...access, person: signedIn(access) }, made),
  }),
)

export const revokeOwnToken = action(
  { permission: 'own-account.write', schema: z.strictObject({ tokenId: z.string().max(100) }) },
  async ({ tokenId }, access) => {
    if (access.person) await revokeToken(access, tokenId, access.person.personId)
  },
)

export const changePassword = action(
  { permission: 'own-account.write', schema: changePasswordSchema },
  async (said, { person }) => {
    if (person) await changeOwnPassword(person, said)
  },
)

export const endSession = action(
  {
    permission: 'own-account.write',
    schema: z.strictObject({ sessionId: z.string().max(100) }),
  },
  async ({ sessionId }, { person }) => {
    if (person) await endOwn(person, sessionId)
  },
)

export const endOtherSessions = action(
  { permission: 'own-account.write', schema: z.strictObject({}) },
  async (_, { person }) => {
    if (person) await endOwn(person)
  },
)

export const beginAuthenticator = action(
  { permission: 'own-factors.write', schema: z.strictObject({}) },
  async (_, access) => await begin(signedIn(access)),
)

export const confirmAuthenticator = action(
  { permission: 'own-factors.write', schema: codeSchema },
  async ({ code }, access) => await confirm({ ...access, person: signedIn(access) }, code),
)

export const removeAuthenticator = action(
  { permission: 'own-factors.write', schema: z.strictObject({}) },
  async (_, access) => await remove({ ...access, person: signedIn(access) }),
)

/** Where nobody signs in these permissions are refused before. */
function signedIn({ person }: Access): Person {
  if (!person) throw new AccessError('NotAllowed')
  return person
}
