import { keptRegions } from '@/lib/regions/cloud'
import { regionParams } from '@/lib/regions/params'
import { get } from '@/lib/request/route'

export const GET = get({ schema: regionParams }, (params, access) => keptRegions(access, params))
