import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'

import type { auditParams } from '@/lib/audit/params'
import type { AuditEntry } from '@/lib/audit/schema'
import { getJson } from '@/lib/query'

export type AuditParams = z.infer<typeof auditParams>

/** How many lines one reading gives at most. */
export const MOST_LINES = 1000

/** The newest lines of the audit that match, at most `MOST_LINES`. */
export const auditList = (params: AuditParams = {}) =>
  queryOptions({
    queryKey: ['ListAudit', params],
    queryFn: () => getJson<AuditEntry[]>('/api/audit', { ...params }),
  })
