'use server'
import { z } from 'zod'

import { replacing } from '@/lib/cloud/witness'
import { InvalidInput } from '@/lib/failure/errors'
import { changePayer, grant, listGrantsOfConnection, revoke } from '@/lib/grants/cloud'
import { grantFormSchema, ORDER_TYPES } from '@/lib/grants/form'
import { message } from '@/lib/i18n/message'
import { profiles } from '@/lib/people/profiles'
import type { Access } from '@/lib/request/access'
import { action } from '@/lib/request/action'
import { writeOnce } from '@/lib/request/intent'
import { accountIdText, isCenId, isConnectionId, regionIdText } from '@/lib/text/ids'

const granted = z.strictObject({
  regionId: regionIdText,
  instanceId: z.string().refine(isConnectionId),
  cenId: z.string().refine(isCenId),
  cenOwnerId: accountIdText,
})

/** The grant of a connection to one CEN instance of one account, if there is one. */
async function givenTo(
  access: Access,
  { regionId, instanceId, cenId, cenOwnerId }: z.infer<typeof granted>,
) {
  const given = await listGrantsOfConnection(access, { regionId, vpnConnectionId: instanceId })
  return given.find((each) => each.cenId === cenId && each.cenOwnerId === cenOwnerId)
}

export const grantToCen = action(
  { permission: 'grants.write', schema: grantFormSchema },
  async (form, access) => {
    const own = profiles.find(({ name }) => name === access.profile)?.accountId
    // Alibaba: a grant is for another account; an own CEN instance needs none.
    if (form.cenOwnerId === own)
      throw new InvalidInput([{ path: ['cenOwnerId'], message: message('grants.own') }])
    // The grant takes no token: a press that follows one without an answer finds what that one made.
    if ((await givenTo(access, form))?.orderType === form.orderType) return
    await grant(access, form)
  },
)

export const revokeFromCen = action(
  { permission: 'grants.revoke', approvedAs: 'revokeFromCen', schema: granted },
  async (form, access) => {
    if (await givenTo(access, form)) await revoke(access, form)
  },
)

export const setPayer = action(
  {
    permission: 'grants.write',
    schema: granted.omit({ cenOwnerId: true }).extend({ orderType: z.enum(ORDER_TYPES) }),
  },
  async ({ regionId, instanceId, cenId, orderType }, access) => {
    const grants = await listGrantsOfConnection(access, { regionId, vpnConnectionId: instanceId })
    const given = grants.find((each) => each.cenId === cenId)
    replacing({ OrderType: given?.orderType ?? '' })
    await changePayer(access, { instanceId, cenId, orderType }, writeOnce())
  },
)
