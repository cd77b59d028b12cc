import { listGroups } from '@/lib/audit/list'
import { groupParams } from '@/lib/audit/params'
import { get } from '@/lib/request/route'

export const GET = get({ schema: groupParams }, (params, access) => listGroups(access, params))
