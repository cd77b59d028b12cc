import { listZones } from '@/lib/regions/cloud'
import { zoneParams } from '@/lib/regions/params'
import { get } from '@/lib/route'

export const GET = get({ schema: zoneParams }, (params, access) => listZones(access, params))
