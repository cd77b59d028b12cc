import { z } from 'zod'

import { message } from '@/lib/i18n/message'
import { parseCidr, printCidr } from '@/lib/net/cidr'
import { tagList } from '@/lib/tags/schema'
import { parseChosenId } from '@/lib/text/chosen-id'
import { isAttachmentId, isRouteTableId } from '@/lib/text/ids'
import { parseName } from '@/lib/text/name'
import { parsedText } from '@/lib/text/reader'
import { text } from '@/lib/text/typed'

const name = parsedText((text) => parseName(text, 128))
const description = parsedText((text) => parseName(text, 256))

// Alibaba: CreateTransitRouterRouteTable
export const routeTableForm = z.object({
  transitRouterRouteTableName: name,
  transitRouterRouteTableDescription: description,
  multiRegionECMP: z.boolean(),
  tags: tagList,
})
export type RouteTableForm = z.input<typeof routeTableForm>

export const routeTableDefaults: RouteTableForm = {
  transitRouterRouteTableName: '',
  transitRouterRouteTableDescription: '',
  multiRegionECMP: false,
  tags: [],
}

// Alibaba: CreateTransitRouterRouteEntry; a black hole must not carry a next hop.
export const routeEntryForm = z
  .object({
    transitRouterRouteEntryDestinationCidrBlock: parsedText((text) => {
      const block = parseCidr(text)
      return block.ok ? { ok: true, value: printCidr(block.value) } : block
    }),
    nextHopType: z.enum(['Attachment', 'BlackHole']),
    nextHopId: text,
    transitRouterRouteEntryName: name,
    transitRouterRouteEntryDescription: description,
  })
  .superRefine(({ nextHopType, nextHopId }, context) => {
    const chosen = parseChosenId('routeTables.nextHop')(nextHopId)
    if (nextHopType === 'Attachment' && !chosen.ok)
      context.addIssue({ code: 'custom', path: ['nextHopId'], message: chosen.message })
  })
export type RouteEntryForm = z.input<typeof routeEntryForm>

export const routeEntryDefaults: RouteEntryForm = {
  transitRouterRouteEntryDestinationCidrBlock: '',
  nextHopType: 'Attachment',
  nextHopId: '',
  transitRouterRouteEntryName: '',
  transitRouterRouteEntryDescription: '',
}

/** The attachment that is to be bound to a table. */
export const bindingForm = z.object({
  transitRouterAttachmentId: parsedText(parseChosenId('routeTables.attachment')),
})

/** Says which field is wrong before the cloud is asked: both ids of a binding in the cloud's spelling. */
export const bindingInput = z.strictObject({
  transitRouterAttachmentId: z.string().refine(isAttachmentId, {
    error: message('routeTables.attachment'),
  }),
  transitRouterRouteTableId: z.string().refine(isRouteTableId),
})
