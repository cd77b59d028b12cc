import { block, overlaps, parseBlock } from '../net'
import { fail } from '../protocol/errors'
import type { Context } from '../protocol/operation'
import type { TransitRouter } from '../state/cen-records'
import { newId } from '../state/ids'

// Alibaba: CreateTransitRouterCidr, Cidr.
const refused = ['100.64.0.0/10', '224.0.0.0/4', '127.0.0.0/8', '169.254.0.0/16'].map(block)

/** Adds a CIDR block to a router within the quota; see `requireCidr`. */
export function addCidr(
  context: Context,
  router: TransitRouter,
  cidr: { Cidr: string; Name: string; Description: string; PublishCidrRoute: boolean },
): string {
  const { state, quota } = context
  requireCidr(context, router, cidr.Cidr)
  const mine = state.cidrs.where(({ TransitRouterId }) => TransitRouterId === router.id)
  if (mine.length >= quota('cidrBlocksPerTransitRouter')) fail('Resource.QuotaFull')
  const id = newId('cidr', router.RegionId)
  state.cidrs.put({ id, TransitRouterId: router.id, ...cidr })
  return id
}

/** Throws unless a router may have the block: /16 to /24, in no refused range, new in the CEN instance but for the record `own`. */
export function requireCidr(
  { state }: Context,
  router: TransitRouter,
  Cidr: string,
  own?: string,
): void {
  const parsed = parseBlock(Cidr)
  if (!parsed || parsed.length < 16 || parsed.length > 24)
    fail('InvalidParameter', 'The parameter Cidr is not a block with a mask of 16 to 24 bits.')
  if (refused.some((range) => overlaps(range, parsed)))
    fail('InvalidParameter', 'The parameter Cidr lies in a reserved range.')
  const taken = [
    ...state.cidrs
      .where(
        ({ id, TransitRouterId }) =>
          id !== own && state.transitRouters.get(TransitRouterId)?.CenId === router.CenId,
      )
      .map((cidr) => cidr.Cidr),
    ...state.attachments
      .where(({ CenId, ResourceType }) => CenId === router.CenId && ResourceType === 'VPC')
      .flatMap(({ prefixes }) => prefixes.map((prefix) => prefix.cidr)),
  ].flatMap((text) => parseBlock(text) ?? [])
  if (taken.some((other) => overlaps(other, parsed)))
    fail('InvalidParameter', 'The parameter Cidr overlaps a block of the CEN instance.')
}
