import { z } from 'zod'

export const customerGatewayParams = z.object({
  regionId: z.string().min(1),
  customerGatewayId: z.string().min(1).exactOptional(),
})
export type CustomerGatewayParams = z.infer<typeof customerGatewayParams>
