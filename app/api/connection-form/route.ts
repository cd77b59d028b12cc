import { aroundParams } from '@/lib/connection-form/params'
import { readAround } from '@/lib/connection-form/read-surroundings'
import { get } from '@/lib/request/route'

export const GET = get({ schema: aroundParams }, (params, access) => readAround(access, params))
