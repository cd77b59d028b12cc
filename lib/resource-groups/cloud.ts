import 'server-only'
import { z } from 'zod'

import { callResourceManager } from '@/lib/cloud/client'
import { numberedPages, PAGE_SIZE } from '@/lib/cloud/paginate'
import { text, whole, wrapped } from '@/lib/cloud/shape'
import type { Access } from '@/lib/request/access'
import type { ResourceGroup } from '@/lib/resource-groups/schema'

const group = z
  .object({ id: text, name: text, displayName: text })
  .transform(({ id, name, displayName }): ResourceGroup => ({
    resourceGroupId: id,
    displayName: displayName || name,
  }))

const page = z.object({ resourceGroups: wrapped('resourceGroup', group), totalCount: whole })

/** The resource groups of the account that can take resources. */
export const listResourceGroups = (access: Access): Promise<ResourceGroup[]> =>
  numberedPages(async (pageNumber) => {
    // Alibaba: ListResourceGroups, Status: OK are those that are neither being made nor deleted.
    const request = {
      Status: 'OK',
      PageNumber: String(pageNumber),
      PageSize: String(PAGE_SIZE),
    }
    const answer = await callResourceManager(access, 'ListResourceGroups', request, page)
    return { items: answer.resourceGroups, totalCount: answer.totalCount }
  })
