import { queryOptions } from '@tanstack/react-query'

import { MOST_WRITES } from '@/lib/audit/params'
import type {
  AuditChain,
  AuditChoices,
  AuditedWrite,
  AuditPage,
  AuditWrites,
} from '@/lib/audit/schema'
import { getJson } from '@/lib/query/get-json'
import { PAGE } from '@/lib/table/page'

/** The search parameters of `auditParams` and `groupParams`. */
export type AuditSearch = Record<string, string>

/** What is asked for where the address says nothing. */
export const NEWEST = { page: '0', size: String(PAGE) } satisfies AuditSearch

/** One page of what matches, the calls of an operation as one. */
export const auditPage = (search: AuditSearch) =>
  queryOptions({
    queryKey: ['ListAudit', search],
    queryFn: () => getJson<AuditPage>('/api/audit/groups', search),
  })

/** All that an operation has written, oldest first. */
export const callsOf = (operationId: string) =>
  queryOptions({
    queryKey: ['ListAuditCalls', operationId],
    queryFn: async () => (await readWrites({ operationId, order: 'asc' })).writes,
  })

/** What occurs in the audit, for the filters. */
export const auditChoices = () =>
  queryOptions({
    queryKey: ['ListAuditChoices'],
    queryFn: () => getJson<AuditChoices>('/api/audit/choices'),
  })

/** Whether every line is as it was written; read when asked for. */
export const auditChain = () =>
  queryOptions({
    queryKey: ['VerifyAudit'],
    queryFn: () => getJson<AuditChain>('/api/audit/chain'),
    enabled: false,
  })

/** Every write that matches, read in as few answers as possible. @throws QueryError */
export async function allWrites(search: AuditSearch): Promise<AuditedWrite[]> {
  const writes: AuditedWrite[] = []
  for (let after: string | undefined; ;) {
    const answer = await readWrites({
      ...search,
      size: String(MOST_WRITES),
      purpose: 'export',
      ...(after && { after }),
    })
    writes.push(...answer.writes)
    if (!answer.next) return writes
    after = answer.next
  }
}

const readWrites = (search: AuditSearch) => getJson<AuditWrites>('/api/audit', search)
