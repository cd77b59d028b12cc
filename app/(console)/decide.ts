'use server'
import { z } from 'zod'

import { decisions } from '@/lib/operations/schema'
import { decide } from '@/lib/operations/start'
import { viewOperation } from '@/lib/operations/view'
import { action } from '@/lib/request/action'

/** Passes on what a person decides about an operation. */
export const decideOnOperation = action(
  {
    permission: 'operations.write',
    schema: z.strictObject({ operationId: z.uuid(), decision: z.enum(decisions) }),
  },
  async ({ operationId, decision }, access) => {
    // A roll back takes away what it made; going on sends what somebody proved to be there for, or made anew.
    const { makes } = await viewOperation(access, operationId)
    return {
      isDangerous: decision === 'roll-back' || (decision === 'continue' && !makes),
      go: () => decide(access, operationId, decision),
    }
  },
)
