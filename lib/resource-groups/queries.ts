import { queryOptions } from '@tanstack/react-query'

import { getJson } from '@/lib/query/get-json'
import type { ResourceGroup } from '@/lib/resource-groups/schema'

const A_MINUTE = 60_000

/** The resource groups of the account. */
export const resourceGroupList = () =>
  queryOptions({
    queryKey: ['listResourceGroups'],
    queryFn: () => getJson<ResourceGroup[]>('/api/resource-groups', {}),
    staleTime: A_MINUTE,
  })
