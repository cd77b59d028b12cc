import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'

import type { auditParams } from '@/lib/audit/params'
import type { AuditEntry } from '@/lib/audit/schema'
import { getJson } from '@/lib/query'

export type AuditParams = z.infer<typeof auditParams>

/** The newest lines of the audit that match, at most 1000. */
export const auditList = (params: AuditParams = {}) =>
  queryOptions({
    queryKey: ['ListAudit', params],
    queryFn: () => getJson<AuditEntry[]>('/api/audit', { ...params }),
  })
