import { attachAroundParams } from '@/lib/attach-form/params'
import { readAttachAround } from '@/lib/attach-form/read-surroundings'
import { get } from '@/lib/request/route'

export const GET = get({ schema: attachAroundParams }, (params, access) =>
  readAttachAround(access, params),
)
