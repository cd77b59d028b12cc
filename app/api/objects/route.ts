import { nameObjects } from '@/lib/objects/cloud'
import { objectParams } from '@/lib/objects/params'
import { get } from '@/lib/request/route'

export const GET = get({ schema: objectParams }, ({ of }, access) => nameObjects(access, of))
