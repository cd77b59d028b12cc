import { get } from '@/lib/request/route'
import { listPropagations } from '@/lib/route-tables/bindings'
import { propagationParams } from '@/lib/route-tables/params'

export const GET = get({ schema: propagationParams }, (params, access) =>
  listPropagations(access, params),
)
