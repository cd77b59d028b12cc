'use server'
import { z } from 'zod'

import { readAuthKey } from '@/lib/customer-gateways/cloud'
import { customerGatewayFormValues } from '@/lib/customer-gateways/form'
import { startReplacement } from '@/lib/gateway-replacement/operation'
import { reviewReplacement } from '@/lib/gateway-replacement/review'
import { type ReplacementReview, stopsTraffic } from '@/lib/gateway-replacement/schema'
import { startReplacementUndo } from '@/lib/gateway-replacement/undo'
import { message } from '@/lib/i18n/message'
import { action, type Weighed } from '@/lib/request/action'
import { cloudIdText, regionIdText } from '@/lib/text/ids'
import { flag } from '@/lib/text/typed'

const replacement = customerGatewayFormValues.extend({ customerGatewayId: cloudIdText })

/** What the replacement would do, by what the cloud says now. Nothing is sent. */
export const reviewGateway = action(
  { permission: 'customer-gateways.write', schema: replacement },
  async (values, access) => (await reviewReplacement(access, values)).review,
)

/** Begins what was reviewed. When something else uses the gateway now, or more traffic would stop, it is a review again. */
export const replaceGateway = action(
  {
    permission: 'ipsec-connections.edit',
    approvedAs: 'replaceGateway',
    schema: replacement.extend({
      operationId: z.uuid({ error: message('value.group') }),
      deletesOld: flag,
      /** The connections of the review. */
      reviewed: z.array(z.string().max(100)).max(5000),
      /** The name was typed. */
      confirmed: z.boolean(),
    }),
  },
  async (
    { operationId, reviewed, confirmed, deletesOld, ...values },
    access,
  ): Promise<Weighed<{ kind: 'begun' } | { kind: 'review'; review: ReplacementReview }>> => {
    const { review, input, typedKey } = await reviewReplacement(access, values)
    const now = new Set(review.users.map(({ vpnConnectionId }) => vpnConnectionId))
    const isSame = now.size === reviewed.length && reviewed.every((id) => now.has(id))
    const stops = stopsTraffic(review)
    if (!isSame || (stops && !confirmed))
      return { isDangerous: false, go: async () => ({ kind: 'review', review }) }
    const isDeleted = deletesOld && review.staying.length === 0
    const { regionId, customerGatewayId } = input.from
    const go = async () => {
      const former = input.hasKey ? await readAuthKey(access, { regionId, customerGatewayId }) : ''
      await startReplacement(access, {
        operationId,
        input: { ...input, deletesOld: isDeleted },
        secret: { from: former, to: typedKey || former },
      })
      return { kind: 'begun' } as const
    }
    return { isDangerous: stops || isDeleted, go }
  },
)

/** Begins to take the last replacement back; gives the connections that were changed since, and then nothing is begun. */
export const undoReplacement = action(
  {
    permission: 'ipsec-connections.edit',
    approvedAs: 'undoReplacement',
    schema: z.strictObject({ regionId: regionIdText, operationId: z.uuid(), of: z.uuid() }),
  },
  // It leads traffic over, and deletes the gateway that was made.
  async (undo, access) => ({
    isDangerous: true,
    go: () => startReplacementUndo(access, undo),
  }),
)
