import { listCens } from '@/lib/cen/cloud'
import { cenParams } from '@/lib/cen/params'
import { get } from '@/lib/request/route'

export const GET = get({ schema: cenParams }, (params, access) => listCens(access, params))
