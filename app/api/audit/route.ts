import { auditedAs, recordAudit } from '@/lib/audit/append'
import { listWrites } from '@/lib/audit/list'
import { auditParams } from '@/lib/audit/params'
import type { Access } from '@/lib/request/access'
import { get } from '@/lib/request/route'

export const GET = get({ schema: auditParams }, async (params, access) => {
  if (params.purpose === 'export' && params.after === undefined) await recordExport(access)
  return await listWrites(access, params)
})

const recordExport = (access: Access) =>
  recordAudit({
    ...auditedAs(access),
    phase: 'intent',
    action: 'console:export-audit',
    regionId: '',
    changes: [],
  })
