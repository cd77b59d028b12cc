import { z } from 'zod'

import { openApi } from '@/lib/request/open-api'
import { get } from '@/lib/request/route'

import { reads } from './reads'

export const GET = get({ schema: z.strictObject({}) }, () => Promise.resolve(openApi(reads)))
