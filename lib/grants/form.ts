import { z } from 'zod'

import type { NewGrant, OrderType } from '@/lib/grants/schema'
import { message } from '@/lib/i18n/message'
import { parseAccountId } from '@/lib/text/account-id'
import { quote } from '@/lib/text/characters'
import { isCenId, isConnectionId, regionIdText } from '@/lib/text/ids'
import { invalid, type Parsed, valid } from '@/lib/text/parsed'
import { parsedText } from '@/lib/text/reader'

// Alibaba: GrantInstanceToTransitRouter, OrderType.
export const ORDER_TYPES = ['PayByCenOwner', 'PayByResourceOwner'] as const satisfies OrderType[]

/** The form by which the owner of a connection lets the CEN instance of another account attach it. */
export const grantFormSchema: z.ZodType<NewGrant, GrantFormValues> = z.object({
  regionId: regionIdText,
  instanceId: z.string().refine(isConnectionId),
  cenOwnerId: parsedText(parseAccountId),
  cenId: parsedText(parseCenId),
  orderType: z.enum(ORDER_TYPES),
})

export interface GrantFormValues {
  regionId: string
  instanceId: string
  cenOwnerId: string
  cenId: string
  orderType: OrderType
}

function parseCenId(text: string): Parsed<string> {
  if (text === '') return invalid(message('grants.cenEmpty'))
  return isCenId(text) ? valid(text) : invalid(message('grants.cenFormat', { text: quote(text) }))
}
