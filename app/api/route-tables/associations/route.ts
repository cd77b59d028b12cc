import { get } from '@/lib/request/route'
import { listAssociations } from '@/lib/route-tables/bindings'
import { associationParams } from '@/lib/route-tables/params'

export const GET = get({ schema: associationParams }, (params, access) =>
  listAssociations(access, params),
)
