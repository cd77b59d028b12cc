'use server'
import { randomUUID } from 'node:crypto'

import { z } from 'zod'

import { replacing } from '@/lib/cloud/witness'
import { deleteCustomerGateway, listCustomerGateways } from '@/lib/customer-gateways/cloud'
import { action } from '@/lib/request/action'
import { parseChosenId } from '@/lib/text/chosen-id'
import { parsedText } from '@/lib/text/reader'

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
