import 'server-only'
import { cache } from 'react'

import { listAttachments } from '@/lib/attachments/cloud'
import { listRouteTables } from '@/lib/route-tables/cloud'
import { listTransitRouters } from '@/lib/transit-routers/cloud'

// What the layouts of one request ask for more than once is read once.

/** The router of a page as a list: empty when the CEN instance has none of that id. */
export const readRouter = cache((profile: string, cenId: string, transitRouterId: string) =>
  listTransitRouters({ profile }, { cenId, transitRouterId }),
)

/** The attachments of a router, in its region. */
export const readAttachments = cache(
  (profile: string, cenId: string, regionId: string, transitRouterId: string) =>
    listAttachments({ profile }, { cenId, regionId, transitRouterId }),
)

export const readTables = cache((profile: string, transitRouterId: string) =>
  listRouteTables({ profile }, { transitRouterId }),
)
