import { routesOf } from '@/lib/route-tables/longest-match'
import { type Part, partsOf } from '@/lib/route-tables/parts'
import { type RouterTables, type WayBack, wayBackOf } from '@/lib/route-tables/way-back'

/** Where a router leads from one attachment to one address, and how the answer comes back. */
export interface Path {
  /** The table by which the attachment forwards; empty when it has none. */
  tableId: string
  /** The route that takes the address. */
  part: Part
  /** Of each next hop, in the order of the part. */
  back: WayBack[]
}

/**
 * Follows one address through the tables of a router.
 * @param home prefixes of the network behind the attachment, to find back to.
 * @returns undefined while the table of the attachment has not been read.
 * @throws Error when an active entry leads to something that is no CIDR block.
 */
export function pathOf(
  attachmentId: string,
  address: string,
  home: readonly string[],
  tables: RouterTables,
): Path | undefined {
  const tableId = tables.tableOf.get(attachmentId)
  const entries = tableId === '' ? [] : tables.entriesOf.get(tableId ?? '')
  if (tableId === undefined || !entries) return undefined
  const [part] = partsOf([`${address}/32`], routesOf(entries, attachmentId))
  if (!part) return undefined
  return {
    tableId,
    part,
    back: part.hops.map((hop) => wayBackOf(hop, home, attachmentId, tables)),
  }
}

/** What the network behind an attachment announces, as far as the tables that were read have learned it. */
export const homeOf = (attachmentId: string, { entriesOf }: RouterTables): string[] => [
  ...new Set(
    [...entriesOf.values()].flatMap((entries) =>
      entries
        .filter(
          (entry) =>
            entry.transitRouterRouteEntryNextHopId === attachmentId &&
            entry.transitRouterRouteEntryStatus === 'Active',
        )
        .map((entry) => entry.transitRouterRouteEntryDestinationCidrBlock),
    ),
  ),
]
