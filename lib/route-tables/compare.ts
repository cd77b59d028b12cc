import 'server-only'
import { listAttachments } from '@/lib/attachments/cloud'
import type { Attachment } from '@/lib/attachments/schema'
import { keptFor } from '@/lib/cloud/kept'
import { CloudError } from '@/lib/failure/errors'
import { listVcoRouteEntries } from '@/lib/ipsec-connections/route-entries'
import { isTold } from '@/lib/ipsec-connections/schema'
import type { Access } from '@/lib/request/access'
import { once } from '@/lib/request/once'
import {
  type Advertisement,
  advertisementOf,
  prefixesTold,
  toldOf,
} from '@/lib/route-tables/advertisement'
import { listAssociations } from '@/lib/route-tables/bindings'
import { listRouteEntries } from '@/lib/route-tables/cloud'
import { tellingOf, type WholeChange } from '@/lib/route-tables/comparison'
import { type Difference, differenceOf } from '@/lib/route-tables/difference'
import { fingerprintOf } from '@/lib/route-tables/fingerprint'
import type { ChangeParams } from '@/lib/route-tables/params'
import type { RouteEntry } from '@/lib/route-tables/schema'
import { type WayBack, wayBackOf } from '@/lib/route-tables/way-back'
import { listRoutingPolicies } from '@/lib/routing-policies/cloud'
import { unjudgedPolicies } from '@/lib/routing-policies/judge'

/** What a change of table does, whole: it stays on the server, which shows it a page at a time. */
export interface Comparison {
  unreadable?: string
  changes: WholeChange[]
  counts: Difference['counts'] | undefined
  reviewed: { now: string; after: string }
  advertisement?: Advertisement
  unjudged: number
  /** Of the router's attachments, by id. */
  names: ReadonlyMap<string, string>
}

/** `compare`, shared by the pages of one preview. */
export const comparisonWithin = keptFor('compareRouteTables', compare)

/**
 * Compares two tables from the view of an attachment, as they are now, and looks at what stands outside of them: what
 * the other end is told, and how what lies behind each next hop finds back. @throws CloudError
 */
async function compare(access: Access, params: ChangeParams): Promise<Comparison> {
  const { cenId, regionId, transitRouterId, transitRouterAttachmentId: id, from, to } = params
  const progress = readingOf(access, params)
  progress.clear()
  const tables = new Map<string, Promise<RouteEntry[]>>()
  const entriesOf = (tableId: string) => {
    const known = tables.get(tableId)
    if (known) return known
    const reading = listRouteEntries(access, { transitRouterRouteTableId: tableId }, (soFar) => {
      progress.set(tableId, soFar.length)
      return false
    })
    tables.set(tableId, reading)
    return reading
  }
  const [attachments, policies, now, after] = await Promise.all([
    listAttachments(access, { cenId, regionId, transitRouterId }),
    listRoutingPolicies(access, { cenId, cenRegionId: regionId }),
    from ? entriesOf(from) : [],
    entriesOf(to),
  ])
  const attachment = attachments.find((one) => one.transitRouterAttachmentId === id)
  const ofTable = (tableId: string | undefined) =>
    policies.filter((policy) => policy.transitRouterRouteTableId === tableId)
  const told = {
    now: toldOf(now, id, ofTable(from), attachment?.resourceId),
    after: toldOf(after, id, ofTable(to), attachment?.resourceId),
  }
  const isSynchronised = attachment?.autoPublishRouteEnabled === true
  const prefixes = { now: prefixesTold(told.now), after: prefixesTold(told.after) }
  const found = compared(() =>
    differenceOf(now, after, id, isSynchronised ? prefixes : { now: [], after: [] }),
  )
  const home = await homeOf(access, attachment, [...now, ...after])
  const back = await waysBack(access, found.changes, { home, id, entriesOf })
  progress.clear()
  return {
    ...found,
    changes: found.changes.map((change) => ({
      ...change,
      telling: isSynchronised
        ? tellingOf(told.now.get(change.prefix), told.after.get(change.prefix))
        : undefined,
      back: change.after.flatMap((part) =>
        part.hops.flatMap((hop) => back.get(hop.attachmentId) ?? []),
      ),
    })),
    reviewed: { now: fingerprintOf(now), after: fingerprintOf(after) },
    ...(isSynchronised && { advertisement: advertisementOf(prefixes.now, prefixes.after) }),
    unjudged: unjudgedPolicies([...ofTable(from), ...ofTable(to)]).length,
    names: new Map(
      attachments.map((one) => [one.transitRouterAttachmentId, one.transitRouterAttachmentName]),
    ),
  }
}

/** How many routes of each table have been read of a comparison that is on its way. */
export const readingOf = (access: Access, change: ChangeParams): Map<string, number> => {
  const all = once('comparisons on their way', () => new Map<string, Map<string, number>>())
  const key = JSON.stringify([access.profile, change])
  const known = all.get(key) ?? new Map<string, number>()
  if (all.size >= MOST_READINGS) all.clear()
  all.set(key, known)
  return known
}
const MOST_READINGS = 100

/** A table the comparison cannot read must stop the change, not the page. */
function compared(run: () => Difference): Pick<Comparison, 'counts' | 'unreadable'> & {
  changes: Difference['changes']
} {
  try {
    return run()
  } catch (error) {
    const unreadable = error instanceof Error ? error.message : String(error)
    return { changes: [], counts: undefined, unreadable }
  }
}

/** What the network behind the attachment announces. */
async function homeOf(
  access: Access,
  attachment: Attachment | undefined,
  entries: readonly RouteEntry[],
): Promise<string[]> {
  const received =
    attachment?.resourceType === 'VPN'
      ? await listVcoRouteEntries(access, {
          regionId: attachment.resourceRegionId,
          vpnConnectionId: attachment.resourceId,
        }).catch(unread)
      : undefined
  const id = attachment?.transitRouterAttachmentId
  return [
    ...new Set([
      ...(received ?? []).filter((route) => !isTold(route)).map(({ routeDest }) => routeDest),
      ...entries
        .filter((entry) => entry.transitRouterRouteEntryNextHopId === id)
        .map((entry) => entry.transitRouterRouteEntryDestinationCidrBlock),
    ]),
  ]
}

interface Way {
  home: readonly string[]
  /** Of the attachment. */
  id: string
  entriesOf: (tableId: string) => Promise<RouteEntry[]>
}

/** How each next hop after the change finds back, by its id. */
async function waysBack(
  access: Access,
  changes: Difference['changes'],
  { home, id, entriesOf }: Way,
): Promise<Map<string, WayBack>> {
  const all = changes.flatMap(({ after }) => after.flatMap((part) => part.hops))
  const hops = [...new Map(all.map((hop) => [hop.attachmentId, hop])).values()]
  const ways = hops.map(async (hop): Promise<[string, WayBack]> => {
    const tables = {
      tableOf: new Map<string, string>(),
      entriesOf: new Map<string, RouteEntry[]>(),
    }
    const { attachmentId } = hop
    const associations =
      hop.resourceType === 'TR'
        ? undefined
        : await listAssociations(access, { transitRouterAttachmentId: attachmentId }).catch(unread)
    if (associations) {
      const tableId = associations[0]?.transitRouterRouteTableId ?? ''
      tables.tableOf.set(attachmentId, tableId)
      const entries = tableId && (await entriesOf(tableId).catch(unread))
      if (entries) tables.entriesOf.set(tableId, entries)
    }
    return [attachmentId, wayBackOf(hop, home, id, tables)]
  })
  return new Map(await Promise.all(ways))
}

const unread = (error: unknown) => {
  if (error instanceof CloudError) return undefined
  throw error
}
