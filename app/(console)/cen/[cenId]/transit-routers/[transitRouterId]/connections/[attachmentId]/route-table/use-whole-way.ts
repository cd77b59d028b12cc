'use client'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

import { useOpenAttachment } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/open-attachment'
import { useIsForeign } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/use-connection'
import { useWaysBack } from '@/components/transit-router/use-ways-back'
import { vcoRouteEntryList } from '@/lib/ipsec-connections/queries'
import { isTold } from '@/lib/ipsec-connections/schema'
import type { Told } from '@/lib/route-tables/advertisement'
import type { Difference, PrefixChange } from '@/lib/route-tables/difference'
import type { NextHop } from '@/lib/route-tables/longest-match'
import type { RouteEntry } from '@/lib/route-tables/schema'
import type { WayBack } from '@/lib/route-tables/way-back'

/** What the other end is told of a prefix before and after. `held`: a routing policy keeps it back. */
interface Telling {
  word: 'stays' | 'withdrawn' | 'fresh' | 'held' | 'no'
  /** Of the policy that keeps it back. */
  priority?: number
}

/** A line of the difference with the whole way: what the other end is told, and how the far side finds back. */
export interface WholeChange extends PrefixChange {
  /** Undefined while route synchronisation is off. */
  telling: Telling | undefined
  /** By the next hops after the change; empty when there is none. */
  back: WayBack[]
}

interface Preview {
  difference: Difference
  told:
    | { now: ReadonlyMap<string, Told> | undefined; after: ReadonlyMap<string, Told> | undefined }
    | undefined
  entries: { now: readonly RouteEntry[] | undefined; after: readonly RouteEntry[] | undefined }
}

/** The lines of a preview with what stands outside of the two tables. */
export function useWholeWay({ difference, told, entries }: Preview): WholeChange[] {
  const { attachment } = useOpenAttachment()
  const { transitRouterAttachmentId: id } = attachment
  const foreign = useIsForeign()
  const received = useQuery({
    ...vcoRouteEntryList({
      regionId: attachment.resourceRegionId,
      vpnConnectionId: attachment.resourceId,
    }),
    enabled: attachment.resourceType === 'VPN' && !foreign,
  }).data
  const home = useMemo(
    () => [
      ...new Set([
        ...(received ?? []).filter((route) => !isTold(route)).map(({ routeDest }) => routeDest),
        ...[...(entries.now ?? []), ...(entries.after ?? [])]
          .filter((entry) => entry.transitRouterRouteEntryNextHopId === id)
          .map((entry) => entry.transitRouterRouteEntryDestinationCidrBlock),
      ]),
    ],
    [received, entries.now, entries.after, id],
  )
  const hops = useMemo(() => hopsOf(difference), [difference])
  const back = useWaysBack(hops, home, id)
  return useMemo(
    () =>
      difference.changes.map((change) => ({
        ...change,
        telling: told && tellingOf(told.now?.get(change.prefix), told.after?.get(change.prefix)),
        back: change.after.flatMap((part) =>
          part.hops.flatMap((hop) => back.get(hop.attachmentId) ?? []),
        ),
      })),
    [difference, told, back],
  )
}

function hopsOf({ changes }: Difference): NextHop[] {
  const hops = changes.flatMap(({ after }) => after.flatMap((part) => part.hops))
  return [...new Map(hops.map((hop) => [hop.attachmentId, hop])).values()]
}

function tellingOf(now: Told | undefined, after: Told | undefined): Telling {
  if (after?.told) return { word: now?.told ? 'stays' : 'fresh' }
  if (now?.told) return { word: 'withdrawn' }
  return after?.by ? { word: 'held', priority: after.by.priority } : { word: 'no' }
}
