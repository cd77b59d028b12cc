import { queryOptions } from '@tanstack/react-query'

import { MOST_WRITES } from '@/lib/audit/params'
import type { AuditChain, AuditChoices, AuditedWrite, AuditPage } from '@/lib/audit/schema'
import { getJson } from '@/lib/query/get-json'
import { PAGE } from '@/lib/table/page'

/** The search parameters of `auditParams`. */
export type AuditSearch = Record<string, string>

/** What is asked for where the address says nothing. */
export const NEWEST = { page: '0', size: String(PAGE) } satisfies AuditSearch

/** One page of the writes that match. */
export const auditPage = (search: AuditSearch) =>
  queryOptions({ queryKey: ['ListAudit', search], queryFn: () => readPage(search) })

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
  const [newest] = (await readPage({ size: '1' })).writes
  if (!newest) return writes
  for (let page = 0; ; page += 1) {
    const paging = {
      purpose: 'export',
      page: String(page),
      size: String(MOST_WRITES),
      newest: String(newest.id),
    }
    const answer = await readPage({ ...search, ...paging })
    writes.push(...answer.writes)
    if (writes.length >= answer.total) return writes
  }
}

const readPage = (search: AuditSearch) => getJson<AuditPage>('/api/audit', search)
