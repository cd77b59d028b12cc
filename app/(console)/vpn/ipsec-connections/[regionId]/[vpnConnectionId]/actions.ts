'use server'
import { z } from 'zod'

import { replacing } from '@/lib/cloud/witness'
import { startRenegotiation } from '@/lib/connection-edit/operation'
import { renegotiationOf } from '@/lib/connection-edit/review'
import { undoOf } from '@/lib/connection-edit/undo'
import { isNotFound } from '@/lib/failure/errors'
import {
  deleteIpsecConnection,
  describeIpsecConnection,
  modifyIpsecConnection,
  moveIpsecConnection,
} from '@/lib/ipsec-connections/cloud'
import { action } from '@/lib/request/action'
import { writeOnce } from '@/lib/request/intent'
import { replaceTags } from '@/lib/tags/replace'
import { tagsEdit } from '@/lib/tags/schema'
import { isToWrite, textEdit } from '@/lib/text/edit'
import { isConnectionId, regionIdText } from '@/lib/text/ids'
import { parsedText } from '@/lib/text/reader'
import { parseResourceGroup } from '@/lib/text/resource-group'
import { verbatim } from '@/lib/text/typed'

const noneIfMissing = (error: unknown) => {
  if (isNotFound(error)) return undefined
  throw error
}

const connection = z.strictObject({
  regionId: regionIdText,
  vpnConnectionId: z.string().refine(isConnectionId),
})

export const deleteConnection = action(
  { permission: 'ipsec-connections.delete', approvedAs: 'deleteConnection', schema: connection },
  async (params, access) => {
    // After a press without an answer it may be gone: the token then finds what that press did.
    const found = await describeIpsecConnection(access, params).catch(noneIfMissing)
    if (found) replacing({ Name: found.name })
    await deleteIpsecConnection(access, params, writeOnce())
  },
)

/** Begins to take the last edit back; gives what somebody else changed since, and then nothing is begun. */
export const undoEdit = action(
  {
    permission: 'ipsec-connections.edit',
    approvedAs: 'undoEdit',
    schema: connection.extend({ operationId: z.uuid(), of: z.uuid() }),
  },
  (undo, access) => undoOf(access, undo),
)

/** Begins to switch Apply Immediately over and back, which negotiates all tunnels anew. */
export const renegotiate = action(
  {
    permission: 'ipsec-connections.edit',
    approvedAs: 'renegotiate',
    schema: connection.extend({ operationId: z.uuid() }),
  },
  async ({ operationId, ...params }, access) => {
    const renegotiation = await renegotiationOf(access, params)
    return {
      isDangerous: renegotiation.input.up.some(Boolean),
      go: async () => {
        await startRenegotiation(access, { operationId, ...renegotiation })
      },
    }
  },
)

export const changeName = action(
  {
    permission: 'ipsec-connections.write',
    // Alibaba: ModifyVpnAttachmentAttribute, Name
    schema: connection.extend(textEdit(100, 1)),
  },
  async ({ was, value, ...params }, access) => {
    if (!isToWrite((await describeIpsecConnection(access, params)).name, { was, value })) return
    replacing({ Name: was })
    await modifyIpsecConnection(access, params, { name: value }, writeOnce())
  },
)

export const moveToGroup = action(
  {
    permission: 'ipsec-connections.write',
    schema: connection.extend({ was: verbatim, value: parsedText(parseResourceGroup) }),
  },
  async ({ was, value, ...params }, access) => {
    const { resourceGroupId } = await describeIpsecConnection(access, params)
    if (!isToWrite(resourceGroupId, { was, value })) return
    replacing({ NewResourceGroupId: was })
    await moveIpsecConnection(access, params, value)
  },
)

export const saveTags = action(
  {
    permission: 'tags.write',
    schema: connection.extend(tagsEdit()),
  },
  async ({ was, tag, ...params }, access) => {
    const { tags } = await describeIpsecConnection(access, params)
    const { regionId, vpnConnectionId: id } = params
    // Terraform provider: VPNATTACHMENT is an IPsec connection of a transit router.
    await replaceTags(
      access,
      { service: 'vpc', type: 'VPNATTACHMENT', id, regionId },
      { tags, was, tag },
    )
  },
)
