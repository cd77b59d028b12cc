import 'server-only'
import { cache } from 'react'

import { listCens } from '@/lib/cen/cloud'
import { isCenId } from '@/lib/text/ids'

/** The CEN instance of a page as a list, read once for the page, what is around it, and its title. */
export const readCen = cache(async (profile: string, cenId: string) =>
  isCenId(cenId) ? listCens({ profile }, { cenId }) : [],
)
