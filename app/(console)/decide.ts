'use server'
import { z } from 'zod'

import { decisions } from '@/lib/operations/schema'
import { decide } from '@/lib/operations/start'
import { action } from '@/lib/request/action'

/** Passes on what a person decides about an operation. */
export const decideOnOperation = action(
  {
    permission: 'operations.write',
    schema: z.strictObject({ operationId: z.uuid(), decision: z.enum(decisions) }),
  },
  ({ operationId, decision }, access) => decide(access, operationId, decision),
)
