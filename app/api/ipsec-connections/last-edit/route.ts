import { lastEdit } from '@/lib/connection-edit/undo'
import { connectionParams } from '@/lib/ipsec-connections/params'
import { get } from '@/lib/request/route'

export const GET = get({ schema: connectionParams }, (params, access) => lastEdit(access, params))
