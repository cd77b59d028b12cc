'use client'
import { useMemo } from 'react'

import { useOpenAttachment } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/open-attachment'
import { useAdvertisement } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/routing/use-advertisement'
import { advertisementOf, type Told } from '@/lib/route-tables/advertisement'
import { type Difference, differenceOf } from '@/lib/route-tables/difference'
import { fingerprintOf } from '@/lib/route-tables/fingerprint'

/**
 * What replacing one table by another would do, from both tables as they are now.
 * @param from empty when no table is associated.
 * @param to empty as long as none is chosen.
 */
export function usePreview(from: string, to: string) {
  const { attachment, router } = useOpenAttachment()
  const { transitRouterAttachmentId } = attachment
  const now = useAdvertisement(attachment, router.regionId, from)
  const after = useAdvertisement(attachment, router.regionId, to)
  const nowEntries = from ? now.entries.data : NONE
  const afterEntries = to ? after.entries.data : undefined

  const nowPrefixes = from ? now.prefixes : EMPTY
  const told = useMemo(
    () => ({
      now: (attachment.autoPublishRouteEnabled && nowPrefixes) || EMPTY,
      after: (attachment.autoPublishRouteEnabled && after.prefixes) || EMPTY,
    }),
    [attachment.autoPublishRouteEnabled, nowPrefixes, after.prefixes],
  )
  const computed = useMemo(
    () =>
      nowEntries && afterEntries
        ? compute(() => differenceOf(nowEntries, afterEntries, transitRouterAttachmentId, told))
        : undefined,
    [nowEntries, afterEntries, transitRouterAttachmentId, told],
  )
  const reviewed = useMemo(
    () =>
      nowEntries && afterEntries
        ? { now: fingerprintOf(nowEntries), after: fingerprintOf(afterEntries) }
        : undefined,
    [nowEntries, afterEntries],
  )
  const advertisement = useMemo(
    () => nowPrefixes && after.prefixes && advertisementOf(nowPrefixes, after.prefixes),
    [nowPrefixes, after.prefixes],
  )
  const reads = [...(from ? [now.entries, now.policies] : []), after.entries, after.policies]
  return {
    ...computed,
    reviewed,
    told: attachment.autoPublishRouteEnabled
      ? { now: from ? now.told : NOTHING, after: after.told }
      : undefined,
    entries: { now: nowEntries, after: afterEntries },
    advertisement,
    unjudged: now.unjudged + after.unjudged,
    failed: reads.find(({ error }) => error)?.error,
    isReading: reads.some(({ isFetching }) => isFetching),
    readAgain: async () => {
      await Promise.all(reads.map(({ refetch }) => refetch()))
    },
  }
}

/** A table the comparison cannot read must stop the change, not the page. */
function compute(run: () => Difference): { difference?: Difference; unreadable?: string } {
  try {
    return { difference: run() }
  } catch (error) {
    return { unreadable: error instanceof Error ? error.message : String(error) }
  }
}

const NONE: never[] = []
const EMPTY: string[] = []
const NOTHING: ReadonlyMap<string, Told> = new Map()
