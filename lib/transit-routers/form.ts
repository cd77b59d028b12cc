import { z } from 'zod'

import { message } from '@/lib/i18n/message'
import { type Cidr, cidrsOverlap, parseCidr, printCidr } from '@/lib/net/cidr'
import { tagList } from '@/lib/tags/schema'
import { parseChosenId } from '@/lib/text/chosen-id'
import { parseName } from '@/lib/text/name'
import { invalid, type Parsed, valid } from '@/lib/text/parsed'
import { parsedText } from '@/lib/text/reader'
import type { NewTransitRouter } from '@/lib/transit-routers/schema'

// Alibaba: CreateTransitRouterCidr, Cidr.
const LONGEST_MASK = 24
const SHORTEST_MASK = 16
const REFUSED_BLOCKS = ['100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '224.0.0.0/4']

/** A CIDR block of a transit router: /16 to /24, outside the ranges Alibaba keeps. */
function parseRouterCidr(text: string): Parsed<string> {
  const block = parseCidr(text)
  if (!block.ok) return block
  if (block.value.prefix < SHORTEST_MASK || block.value.prefix > LONGEST_MASK)
    return invalid(message('routerCidr.mask', { min: SHORTEST_MASK, max: LONGEST_MASK }))
  const refused = REFUSED_BLOCKS.find((each) => overlaps(each, block.value))
  return refused
    ? invalid(message('routerCidr.refused', { block: refused }))
    : valid(printCidr(block.value))
}

function overlaps(text: string, block: Cidr): boolean {
  const other = parseCidr(text)
  return other.ok && cidrsOverlap(other.value, block)
}

// Alibaba: CreateTransitRouter and CreateTransitRouterCidr, names up to 128, descriptions up to 256 characters.
const name = parsedText((text) => parseName(text, 128))
const description = parsedText((text) => parseName(text, 256))

/** The small form that creates a transit router; its first CIDR block may be left empty. */
export const transitRouterFormSchema = z
  .object({
    cenId: parsedText(parseChosenId('choose.transitRouter')),
    regionId: parsedText(parseChosenId('choose.region')),
    transitRouterName: name,
    transitRouterDescription: description,
    cidr: parsedText((text) => (text === '' ? valid('') : parseRouterCidr(text))),
    tags: tagList,
  })
  .transform(({ cidr, ...rest }): NewTransitRouter => ({
    ...rest,
    supportMulticast: false,
    transitRouterCidrList: cidr
      ? [{ cidr, name: '', description: '', publishCidrRoute: true }]
      : [],
  }))

export type TransitRouterFormValues = z.input<typeof transitRouterFormSchema>

export const transitRouterFormDefaults = (cenId: string): TransitRouterFormValues => ({
  cenId,
  regionId: '',
  transitRouterName: '',
  transitRouterDescription: '',
  cidr: '',
  tags: [],
})

/** The small form that adds a CIDR block to a router. */
export const cidrFormSchema = z.object({
  regionId: parsedText(parseChosenId('choose.region')),
  transitRouterId: parsedText(parseChosenId('choose.transitRouter')),
  cidr: parsedText(parseRouterCidr),
  name,
  description,
  publishCidrRoute: z.boolean(),
})

/** As `cidrFormSchema`, on a router that has blocks already: the cloud takes none that overlaps one. */
export const cidrFormBeside = (blocks: readonly string[]) =>
  cidrFormSchema.extend({
    // Alibaba: CreateTransitRouterCidr, Cidr: must not overlap the CIDR blocks of the instance.
    cidr: parsedText((text) => {
      const parsed = parseRouterCidr(text)
      const block = parseCidr(text)
      const taken = block.ok && blocks.find((each) => overlaps(each, block.value))
      return parsed.ok && taken ? invalid(message('routerCidr.taken', { block: taken })) : parsed
    }),
  })

/** What names a CIDR block that shall go. */
export const cidrPlaceSchema = z.object({
  regionId: parsedText(parseChosenId('choose.region')),
  transitRouterId: parsedText(parseChosenId('choose.transitRouter')),
  transitRouterCidrId: parsedText(parseChosenId('choose.region')),
})
