'use server'
import { z } from 'zod'

import { replacing } from '@/lib/cloud/witness'
import { listCustomerGateways } from '@/lib/customer-gateways/cloud'
import { revealAudited } from '@/lib/ipsec-connections/reveal'
import { DEVICE_TAG, deviceOf } from '@/lib/peer-config/device-tag'
import { DEVICES } from '@/lib/peer-config/devices'
import { action } from '@/lib/request/action'
import { setTags } from '@/lib/tags/cloud'
import { parseChosenId } from '@/lib/text/chosen-id'
import { isConnectionId, isRegionId } from '@/lib/text/ids'
import { parsedText } from '@/lib/text/reader'

const region = z.string().refine(isRegionId)

/** The pre-shared keys, for the screen of the one who asked; the audit says so. */
export const revealKeys = action(
  {
    permission: 'secrets.reveal',
    schema: z.strictObject({
      regionId: region,
      vpnConnectionId: z.string().refine(isConnectionId),
    }),
  },
  (params, access) => revealAudited(access, params),
)

/** Says in a tag of a customer gateway which device it is. */
export const keepDevice = action(
  {
    permission: 'tags.write',
    schema: z.strictObject({
      regionId: region,
      customerGatewayId: parsedText(parseChosenId('choose.customerGateway')),
      device: z.enum(DEVICES.map(({ id }) => id)),
    }),
  },
  async ({ regionId, customerGatewayId, device }, access) => {
    const [gateway] = await listCustomerGateways(access, { regionId, customerGatewayId })
    replacing({ 'Tag.1.Value': deviceOf(gateway)?.id ?? '' })
    const resource = {
      service: 'vpc',
      type: 'CUSTOMERGATEWAY',
      id: customerGatewayId,
      regionId,
    } as const
    await setTags(access, resource, [{ key: DEVICE_TAG, value: device }])
  },
)
