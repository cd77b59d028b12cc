import { searchParams } from '@/lib/connection-form/params'
import { findGateways } from '@/lib/connection-form/search'
import { get } from '@/lib/request/route'

export const GET = get({ schema: searchParams }, (params, access) => findGateways(access, params))
