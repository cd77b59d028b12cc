import { listWrites } from '@/lib/audit/list'
import { auditParams } from '@/lib/audit/params'
import { get } from '@/lib/request/route'

export const GET = get({ schema: auditParams }, (params, access) => listWrites(access, params))
