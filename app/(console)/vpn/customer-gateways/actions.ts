'use server'
import { randomUUID } from 'node:crypto'

import { z } from 'zod'

import { replacing } from '@/lib/cloud/witness'
import {
  createCustomerGateway,
  deleteCustomerGateway,
  listCustomerGateways,
} from '@/lib/customer-gateways/cloud'
import { customerGatewayFormSchema } from '@/lib/customer-gateways/form'
import { message } from '@/lib/i18n/message'
import { action } from '@/lib/request/action'
import { parseChosenId } from '@/lib/text/chosen-id'
import { parsedText } from '@/lib/text/reader'

/** Creates a customer gateway; the same `operationId` never creates a second one. */
export const createGateway = action(
  {
    permission: 'customer-gateways.write',
    schema: z.intersection(
      customerGatewayFormSchema,
      z.object({ operationId: z.uuid({ error: message('value.group') }) }),
    ),
  },
  async ({ operationId: clientToken, ...gateway }, access) => ({
    customerGatewayId: await createCustomerGateway(access, gateway, { clientToken }),
    name: gateway.name,
  }),
)

export const deleteGateway = action(
  {
    permission: 'customer-gateways.write',
    schema: z.strictObject({
      regionId: parsedText(parseChosenId('choose.region')),
      customerGatewayId: parsedText(parseChosenId('choose.customerGateway')),
    }),
  },
  async (params, access) => {
    const [gateway] = await listCustomerGateways(access, params)
    if (gateway)
      replacing({
        Name: gateway.name,
        IpAddress: gateway.ipAddress,
        Asn: gateway.asn ? String(gateway.asn) : '',
      })
    await deleteCustomerGateway(access, params, { clientToken: randomUUID() })
  },
)
