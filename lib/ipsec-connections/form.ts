import { z } from 'zod'

import { message } from '@/lib/i18n/message'
import type { VcoRouteEntry } from '@/lib/ipsec-connections/schema'
import { type Cidr, cidrsOverlap, parseCidr, printCidr } from '@/lib/net/cidr'
import { parseName } from '@/lib/text/name'
import { invalid, mapParsed, type Parsed } from '@/lib/text/parsed'
import { parsedText } from '@/lib/text/reader'

const SHARED: Cidr = { address: 0x64_40_00_00, prefix: 10 } // 100.64.0.0/10

/** Alibaba: CreateVcoRouteEntry, RouteDest: neither 0.0.0.0/0 nor within 100.64.0.0/10. */
function parseDestination(text: string): Parsed<string> {
  const block = parseCidr(text)
  if (!block.ok) return block
  const { value } = block
  if (value.prefix === 0) return invalid(message('vcoRoute.any'))
  if (cidrsOverlap(value, SHARED))
    return invalid(message('vcoRoute.shared', { block: printCidr(value) }))
  return mapParsed(block, printCidr)
}

/** A static route of a connection. Weight 100 is used and advertised before one of weight 0. */
export const vcoRouteForm = z.object({
  routeDest: parsedText(parseDestination),
  weight: z.enum(['100', '0']),
  // Alibaba: CreateVcoRouteEntry, Description
  description: parsedText((text) => parseName(text, 100)),
})
/** As `vcoRouteForm`, on a connection that has static routes already: the cloud takes one to a destination. */
export const vcoRouteFormIn = (
  routes: readonly Pick<VcoRouteEntry, 'routeDest' | 'routeEntryType'>[],
) =>
  vcoRouteForm.extend({
    // Alibaba: CreateVcoRouteEntry, VcoRouteEntry.AlreadyExists
    routeDest: parsedText((text) => {
      const parsed = parseDestination(text)
      const isTaken = routes.some(
        ({ routeDest, routeEntryType }) =>
          routeEntryType === 'custom' && parsed.ok && routeDest === parsed.value,
      )
      return parsed.ok && isTaken
        ? invalid(message('vcoRoute.same', { block: parsed.value }))
        : parsed
    }),
  })

export type VcoRouteForm = z.input<typeof vcoRouteForm>

export const vcoRouteDefaults: VcoRouteForm = { routeDest: '', weight: '100', description: '' }

/** Which static route: the cloud knows it by destination and weight. */
export const vcoRouteInput = z.strictObject({
  routeDest: vcoRouteForm.shape.routeDest,
  weight: vcoRouteForm.shape.weight,
})
