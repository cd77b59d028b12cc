import { operationFilter } from '@/lib/operations/params'
import { listOperations } from '@/lib/operations/view'
import { get } from '@/lib/request/route'

export const GET = get({ schema: operationFilter }, (filter, access) =>
  listOperations(access, filter),
)
