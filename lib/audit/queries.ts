import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'

import type { AuditEntry } from '@/lib/audit/schema'
import { getJson } from '@/lib/query'

export const auditParams = z.object({
  operationId: z.string().min(1).exactOptional(),
  /** Part of an action, a resource id or a request id. */
  text: z.string().min(1).exactOptional(),
  /** ISO 8601; lines at or after, and before. */
  from: z.iso.datetime().exactOptional(),
  until: z.iso.datetime().exactOptional(),
})
export type AuditParams = z.infer<typeof auditParams>

/** The newest lines of the audit that match, at most 1000. */
export const auditList = (params: AuditParams = {}) =>
  queryOptions({
    queryKey: ['ListAudit', params],
    queryFn: () => getJson<AuditEntry[]>('/api/audit', { ...params }),
  })
