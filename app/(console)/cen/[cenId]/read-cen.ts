import 'server-only'
import { cache } from 'react'

import { listCens } from '@/lib/cen/cloud'
import type { Access } from '@/lib/request/access'
import { isCenId } from '@/lib/text/ids'

/** The CEN instance of a page as a list, read once for the page, what is around it, and its title. */
export const readCen = cache(async (access: Access, cenId: string) =>
  isCenId(cenId) ? listCens(access, { cenId }) : [],
)
