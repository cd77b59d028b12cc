'use server'
import { z } from 'zod'

import { endFactors as end } from '@/lib/people/factors'
import { changeRoleSchema, inviteSchema } from '@/lib/people/form'
import { toLimits } from '@/lib/people/limits'
import { changeMember, endSessionsOf, invite as begin, withdraw } from '@/lib/people/members'
import { revokeToken } from '@/lib/people/tokens'
import { action } from '@/lib/request/action'

const permission = 'people.write'
const id = z.string().min(1).max(100)

export const invite = action(
  { permission, schema: inviteSchema },
  ({ name, email, role, secondFactorRequired, ...chosen }, access) =>
    begin(access, { name, email, role, secondFactorRequired, limits: toLimits(chosen) }),
)

export const withdrawInvitation = action(
  { permission, schema: z.strictObject({ invitationId: id }) },
  ({ invitationId }, access) => withdraw(access, invitationId),
)

export const changeRole = action(
  { permission, schema: changeRoleSchema },
  ({ personId, role, secondFactorRequired, ...chosen }, access) =>
    changeMember(access, personId, { role, secondFactorRequired, limits: toLimits(chosen) }),
)

export const revokeAnyToken = action(
  { permission, schema: z.strictObject({ tokenId: id }) },
  ({ tokenId }, access) => revokeToken(access, tokenId),
)

export const setDisabled = action(
  { permission, schema: z.strictObject({ personId: id, disabled: z.boolean() }) },
  ({ personId, disabled }, access) => changeMember(access, personId, { disabled }),
)

export const endSessions = action(
  { permission, schema: z.strictObject({ personId: id }) },
  ({ personId }, access) => endSessionsOf(access, personId),
)

export const endFactors = action(
  { permission, schema: z.strictObject({ personId: id }) },
  ({ personId }, access) => end(access, personId),
)
