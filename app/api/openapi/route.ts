import { z } from 'zod'

import { written } from '@/app/(console)/written-by-scripts'
import { openApi } from '@/lib/request/open-api'
import { get } from '@/lib/request/route'

import { reads } from './reads'

export const GET = get({ schema: z.strictObject({}) }, () =>
  Promise.resolve(openApi(reads, written)),
)
