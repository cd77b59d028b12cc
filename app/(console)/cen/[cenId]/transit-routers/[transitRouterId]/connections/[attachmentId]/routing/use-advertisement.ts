'use client'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

import type { Attachment } from '@/lib/attachments/schema'
import { advertisedPrefixes, unjudgedPolicies } from '@/lib/route-tables/advertisement'
import { routeEntryList } from '@/lib/route-tables/queries'
import { routingPolicyList } from '@/lib/routing-policies/queries'

/**
 * A table's entries and what it gives the BGP peer of an attachment while route synchronisation is on;
 * nothing as long as it is being read.
 */
export function useAdvertisement(
  { cenId, transitRouterAttachmentId }: Attachment,
  cenRegionId: string,
  tableId: string | undefined,
) {
  const enabled = tableId !== undefined && tableId !== ''
  const transitRouterRouteTableId = tableId ?? ''
  const entries = useQuery({ ...routeEntryList({ transitRouterRouteTableId }), enabled })
  const policies = useQuery({ ...routingPolicyList({ cenId, cenRegionId }), enabled })
  return useMemo(() => {
    const mine = policies.data?.filter(
      (policy) => policy.transitRouterRouteTableId === transitRouterRouteTableId,
    )
    return {
      entries,
      policies,
      prefixes:
        entries.data && mine && advertisedPrefixes(entries.data, transitRouterAttachmentId, mine),
      unjudged: mine ? unjudgedPolicies(mine).length : 0,
    }
  }, [entries, policies, transitRouterAttachmentId, transitRouterRouteTableId])
}
