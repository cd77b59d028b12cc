'use server'
import { createCustomerGateway } from '@/lib/customer-gateways/cloud'
import { customerGatewayFormSchema } from '@/lib/customer-gateways/form'
import { action } from '@/lib/request/action'
import { writeOnce } from '@/lib/request/intent'

/** Creates a customer gateway; its presses with one nonce never create a second one. */
export const createGateway = action(
  { permission: 'customer-gateways.write', schema: customerGatewayFormSchema },
  async (gateway, access) => ({
    customerGatewayId: await createCustomerGateway(access, gateway, writeOnce()),
    name: gateway.name,
  }),
)
