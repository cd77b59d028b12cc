'use client'
import { useState } from 'react'

import type { CustomerGateway } from '@/lib/customer-gateways/schema'
import { answerOf } from '@/lib/failure/in-browser'
import { deviceOf } from '@/lib/peer-config/device-tag'
import type { ActionResult } from '@/lib/request/result'

type Known = Pick<CustomerGateway, 'customerGatewayId'> & Partial<Pick<CustomerGateway, 'tags'>>

/** Says of customer gateways which device they are. `keepDevice` is the action that writes it to one of them. */
export function useKeptDevice(
  regionId: string,
  keepDevice: (input: {
    regionId: string
    customerGatewayId: string
    device: string
  }) => Promise<ActionResult<void>>,
) {
  const [keeping, setKeeping] = useState<'kept' | 'failed' | undefined>()
  const keep = async (device: string, gateways: readonly Known[]) => {
    const others = gateways.filter((gateway) => deviceOf(gateway)?.id !== device)
    const results = await Promise.all(
      others.map(({ customerGatewayId }) =>
        answerOf(() => keepDevice({ regionId, customerGatewayId, device })),
      ),
    )
    if (results.length > 0) setKeeping(results.every(({ ok }) => ok) ? 'kept' : 'failed')
  }
  return { keep, keeping }
}
