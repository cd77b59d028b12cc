'use server'
import { z } from 'zod'

import { AccessError } from '@/lib/failure/errors'
import { changePasswordSchema, newTokenSchema } from '@/lib/people/form'
import { changeOwnPassword } from '@/lib/people/members'
import { endOwn } from '@/lib/people/session'
import { createToken as begin, revokeToken } from '@/lib/people/tokens'
import { action } from '@/lib/request/action'

export const createToken = action(
  { permission: 'own-account.token', schema: newTokenSchema },
  async (made, { profile, person }) => {
    if (!person) throw new AccessError('NotAllowed')
    return { token: await begin({ profile, person }, made) }
  },
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
