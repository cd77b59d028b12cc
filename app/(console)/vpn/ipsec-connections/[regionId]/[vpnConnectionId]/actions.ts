'use server'
import { z } from 'zod'

import { replacing } from '@/lib/cloud/witness'
import {
  deleteIpsecConnection,
  describeIpsecConnection,
  renameIpsecConnection,
} from '@/lib/ipsec-connections/cloud'
import { action } from '@/lib/request/action'
import { writeOnce } from '@/lib/request/intent'
import { replaceTags } from '@/lib/tags/replace'
import { tagsEdit } from '@/lib/tags/schema'
import { refuseOverwriting, textEdit } from '@/lib/text/edit'
import { isConnectionId, regionIdText } from '@/lib/text/ids'

const connection = z.strictObject({
  regionId: regionIdText,
  vpnConnectionId: z.string().refine(isConnectionId),
})

export const deleteConnection = action(
  { permission: 'ipsec-connections.write', schema: connection },
  async (params, access) => {
    const { name } = await describeIpsecConnection(access, params)
    replacing({ Name: name })
    await deleteIpsecConnection(access, params, writeOnce())
  },
)

export const changeName = action(
  {
    permission: 'ipsec-connections.write',
    // Alibaba: ModifyVpnAttachmentAttribute, Name
    schema: connection.extend(textEdit(100, 1)),
  },
  async ({ was, value, ...params }, access) => {
    refuseOverwriting((await describeIpsecConnection(access, params)).name, was)
    replacing({ Name: was })
    await renameIpsecConnection(access, { ...params, name: value }, writeOnce())
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
