'use client'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

import type { Attachment } from '@/lib/attachments/schema'
import { prefixesTold, toldOf } from '@/lib/route-tables/advertisement'
import { routeEntryList } from '@/lib/route-tables/queries'
import { unjudgedPolicies } from '@/lib/routing-policies/judge'
import { routingPolicyList } from '@/lib/routing-policies/queries'

/**
 * A table's entries and what it gives the BGP peer of an attachment while route synchronisation is on;
 * nothing as long as it is being read.
 */
export function useAdvertisement(
  { cenId, transitRouterAttachmentId, resourceId }: Attachment,
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
    const told =
      entries.data && mine && toldOf(entries.data, transitRouterAttachmentId, mine, resourceId)
    return {
      entries,
      policies,
      told,
      prefixes: told && prefixesTold(told),
      unjudged: mine ? unjudgedPolicies(mine).length : 0,
    }
  }, [entries, policies, transitRouterAttachmentId, resourceId, transitRouterRouteTableId])
}
