import { listAssociations } from '@/lib/associations/cloud'
import { get } from '@/lib/route'
import { associationParams } from '@/lib/route-tables/params'

export const GET = get({ schema: associationParams }, (params, access) =>
  listAssociations(access, params),
)
