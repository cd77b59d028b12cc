import { findFree } from '@/lib/attach-form/find-free'
import { freeParams } from '@/lib/attach-form/params'
import { get } from '@/lib/request/route'

export const GET = get({ schema: freeParams }, (params, access) => findFree(access, params))
