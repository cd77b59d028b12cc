import { listPropagations } from '@/lib/associations/cloud'
import { get } from '@/lib/route'
import { propagationParams } from '@/lib/route-tables/params'

export const GET = get({ schema: propagationParams }, (params, access) =>
  listPropagations(access, params),
)
