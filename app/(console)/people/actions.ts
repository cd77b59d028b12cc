'use server'
import { z } from 'zod'

import { changeRoleSchema, inviteSchema } from '@/lib/people/form'
import { changeMember, endSessionsOf, invite as begin, withdraw } from '@/lib/people/members'
import { action } from '@/lib/request/action'

const permission = 'people.write'
const id = z.string().min(1).max(100)

export const invite = action({ permission, schema: inviteSchema }, (invited, access) =>
  begin(access, invited),
)

export const withdrawInvitation = action(
  { permission, schema: z.strictObject({ invitationId: id }) },
  ({ invitationId }, access) => withdraw(access, invitationId),
)

export const changeRole = action(
  { permission, schema: changeRoleSchema },
  ({ personId, role }, access) => changeMember(access, personId, { role }),
)

export const setDisabled = action(
  { permission, schema: z.strictObject({ personId: id, disabled: z.boolean() }) },
  ({ personId, disabled }, access) => changeMember(access, personId, { disabled }),
)

export const endSessions = action(
  { permission, schema: z.strictObject({ personId: id }) },
  ({ personId }, access) => endSessionsOf(access, personId),
)
