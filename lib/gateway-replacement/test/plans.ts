import { randomUUID } from 'node:crypto'

import { ACCESS } from '@/lib/attachments/test/sample'
import { listCustomerGateways, readAuthKey } from '@/lib/customer-gateways/cloud'
import type { CustomerGatewayFormValues } from '@/lib/customer-gateways/form'
import type { ReplacementInput, ReplacementKeys } from '@/lib/gateway-replacement/operation'
import { reviewReplacement } from '@/lib/gateway-replacement/review'
import type { ReplacementReview } from '@/lib/gateway-replacement/schema'

interface ReplacementPlan {
  kind: 'replace-gateway'
  given: { operationId: string; input: ReplacementInput; secret: ReplacementKeys }
  review: ReplacementReview
}

/** The customer gateway of that name. */
export async function gatewayNamed(regionId: string, name: string) {
  const all = await listCustomerGateways(ACCESS, { regionId })
  return all.find((each) => each.name === name)!
}

/** The replacement of a customer gateway of the sample world by one that differs in this, as its form makes it. */
export async function replacementPlan(
  at: { regionId: string; name: string },
  change: Partial<CustomerGatewayFormValues>,
  deletesOld = true,
): Promise<ReplacementPlan> {
  const old = await gatewayNamed(at.regionId, at.name)
  const { regionId, customerGatewayId, name, description, ipAddress, asn = '' } = old
  const values = { regionId, name, description, ipAddress, asn: String(asn), authKey: '' }
  const { review, input, typedKey } = await reviewReplacement(ACCESS, {
    ...values,
    ...change,
    customerGatewayId,
  })
  const former = await readAuthKey(ACCESS, { regionId, customerGatewayId })
  return {
    kind: 'replace-gateway',
    given: {
      operationId: randomUUID(),
      input: { ...input, deletesOld },
      secret: { from: former, to: typedKey || former },
    },
    review,
  }
}
