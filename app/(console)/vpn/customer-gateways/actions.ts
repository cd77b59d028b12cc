'use server'
import { z } from 'zod'

import { replacing } from '@/lib/cloud/witness'
import {
  deleteCustomerGateway,
  listCustomerGateways,
  updateCustomerGateway,
} from '@/lib/customer-gateways/cloud'
import { authKeyFormSchema } from '@/lib/customer-gateways/form'
import { action } from '@/lib/request/action'
import { writeOnce } from '@/lib/request/intent'
import { replaceTags } from '@/lib/tags/replace'
import { tagsEdit } from '@/lib/tags/schema'
import { parseChosenId } from '@/lib/text/chosen-id'
import { isToWrite, textEdit } from '@/lib/text/edit'
import { parsedText } from '@/lib/text/reader'

const gateway = z.strictObject({
  regionId: parsedText(parseChosenId('choose.region')),
  customerGatewayId: parsedText(parseChosenId('choose.customerGateway')),
})

export const deleteGateway = action(
  {
    permission: 'customer-gateways.delete',
    approvedAs: 'deleteGateway',
    schema: gateway,
  },
  async (params, access) => {
    const [found] = await listCustomerGateways(access, params)
    if (found)
      replacing({
        Name: found.name,
        IpAddress: found.ipAddress,
        Asn: found.asn ? String(found.asn) : '',
      })
    await deleteCustomerGateway(access, params, writeOnce())
  },
)

const text = gateway.extend(textEdit(100, 1)) // Alibaba: ModifyCustomerGatewayAttribute, Name and Description

export const setAuthKey = action(
  { permission: 'customer-gateways.write', schema: authKeyFormSchema },
  (change, access) => updateCustomerGateway(access, change, writeOnce()),
)

export const changeName = action(
  { permission: 'customer-gateways.write', schema: text },
  async ({ was, value, ...params }, access) => {
    const [found] = await listCustomerGateways(access, params)
    if (!isToWrite(found?.name, { was, value })) return
    replacing({ Name: was })
    await updateCustomerGateway(access, { ...params, name: value }, writeOnce())
  },
)

export const saveTags = action(
  { permission: 'tags.write', schema: gateway.extend(tagsEdit()) },
  async ({ was, tag, ...params }, access) => {
    const [found] = await listCustomerGateways(access, params)
    const { regionId, customerGatewayId: id } = params
    await replaceTags(
      access,
      // Alibaba: VPC TagResources, ResourceType
      { service: 'vpc', type: 'CUSTOMERGATEWAY', id, regionId },
      { tags: found?.tags ?? [], was, tag },
    )
  },
)

export const changeDescription = action(
  { permission: 'customer-gateways.write', schema: text },
  async ({ was, value, ...params }, access) => {
    const [found] = await listCustomerGateways(access, params)
    if (!isToWrite(found?.description, { was, value })) return
    replacing({ Description: was })
    const change = { ...params, description: value }
    await updateCustomerGateway(access, change, writeOnce())
  },
)
