import { listRegions } from '@/lib/regions/cloud'
import { regionParams } from '@/lib/regions/params'
import { get } from '@/lib/request/route'

export const GET = get({ schema: regionParams }, (params, access) => listRegions(access, params))
