'use server'
import { z } from 'zod'

import { changePasswordSchema } from '@/lib/people/form'
import { changeOwnPassword } from '@/lib/people/members'
import { endOwn } from '@/lib/people/session'
import { action } from '@/lib/request/action'

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
