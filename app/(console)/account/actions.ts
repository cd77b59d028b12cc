'use server'
import { z } from 'zod'

import { AccessError } from '@/lib/failure/errors'
import type { Access } from '@/lib/people/access'
import { beginAuthenticator as begin } from '@/lib/people/authenticator'
import {
  addPasskey as add,
  confirmAuthenticator as confirm,
  removeAuthenticator as removeApp,
  removePasskey as remove,
  renamePasskey as rename,
} from '@/lib/people/factors'
import {
  changePasswordSchema,
  codeSchema,
  newPasskeySchema,
  newTokenSchema,
  removePasskeySchema,
  renamePasskeySchema,
} from '@/lib/people/form'
import { changeOwnPassword } from '@/lib/people/members'
import { beginPasskey as beginKey } from '@/lib/people/passkeys'
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
  async (_, access) => await removeApp({ ...access, person: signedIn(access) }),
)

export const beginPasskey = action(
  { permission: 'own-factors.write', schema: z.strictObject({}) },
  async (_, access) => await beginKey(signedIn(access)),
)

export const addPasskey = action(
  { permission: 'own-factors.write', schema: newPasskeySchema },
  async (made, access) => await add({ ...access, person: signedIn(access) }, made),
)

export const renamePasskey = action(
  { permission: 'own-factors.write', schema: renamePasskeySchema },
  async ({ passkeyId, value }, access) =>
    await rename({ ...access, person: signedIn(access) }, passkeyId, value),
)

export const removePasskey = action(
  { permission: 'own-factors.write', schema: removePasskeySchema },
  async ({ passkeyId }, access) => await remove({ ...access, person: signedIn(access) }, passkeyId),
)

/** Where nobody signs in these permissions are refused before. */
function signedIn({ person }: Access): Person {
  if (!person) throw new AccessError('NotAllowed')
  return person
}
