'use server'
import { z } from 'zod'

import { createCustomerGateway } from '@/lib/customer-gateways/cloud'
import { customerGatewayFormSchema } from '@/lib/customer-gateways/form'
import { message } from '@/lib/i18n/message'
import { action } from '@/lib/request/action'

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
