import { operationParams } from '@/lib/operations/params'
import { viewOperation } from '@/lib/operations/view'
import { get } from '@/lib/request/route'

export const GET = get({ schema: operationParams }, ({ operationId }, access) =>
  viewOperation(access, operationId),
)
