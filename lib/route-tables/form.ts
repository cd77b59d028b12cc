import { z } from 'zod'

import { message, type Packed } from '@/lib/i18n/message'
import { parseCidr, printCidr } from '@/lib/net/cidr'
import { remarkOnDestination } from '@/lib/net/special-blocks'
import type { RouteEntry } from '@/lib/route-tables/schema'
import { tagList } from '@/lib/tags/schema'
import { parseChosenId } from '@/lib/text/chosen-id'
import { isAttachmentId, isRouteTableId } from '@/lib/text/ids'
import { parseName } from '@/lib/text/name'
import { invalid, mapParsed, type Parsed } from '@/lib/text/parsed'
import { parsedText } from '@/lib/text/reader'
import { text } from '@/lib/text/typed'

const name = parsedText((text) => parseName(text, 128))
const description = parsedText((text) => parseName(text, 256))

const parseDestination = (text: string): Parsed<string> => mapParsed(parseCidr(text), printCidr)

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
    transitRouterRouteEntryDestinationCidrBlock: parsedText(parseDestination),
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
/** As `routeEntryForm`, in a table that has routes already: the cloud takes one static route to a destination. */
export const routeEntryFormIn = (entries: readonly RouteEntry[]) =>
  routeEntryForm.safeExtend({
    // Alibaba: CreateTransitRouterRouteEntry, InstanceExist.TransitRouterRouteEntry
    transitRouterRouteEntryDestinationCidrBlock: parsedText((text) => {
      const parsed = parseDestination(text)
      return parsed.ok && routeTo(entries, parsed.value, 'Static')
        ? invalid(message('routeTables.same', { block: parsed.value }))
        : parsed
    }),
  })

/** What is worth knowing of a destination before a static route leads to it: packed by `message`, or nothing. */
export function remarkOnRoute(entries: readonly RouteEntry[], text: string): Packed | undefined {
  const parsed = parseDestination(text)
  if (!parsed.ok) return undefined
  const learned = routeTo(entries, parsed.value, 'Propagated')
  if (!learned) return remarkOnDestination(text)
  const from = learned.transitRouterRouteEntryNextHopResourceId
  return message('routeTables.learned', { block: parsed.value, from })
}

const routeTo = (entries: readonly RouteEntry[], destination: string, type: string) =>
  entries.find(
    (entry) =>
      entry.transitRouterRouteEntryDestinationCidrBlock === destination &&
      entry.transitRouterRouteEntryType === type,
  )

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
