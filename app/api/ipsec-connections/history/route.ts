import { historyParams } from '@/lib/history/params'
import { readHistory } from '@/lib/history/read'
import { get } from '@/lib/request/route'

export const GET = get({ schema: historyParams }, (params, access) => readHistory(access, params))
