import 'server-only'
import { cache } from 'react'

import { listAttachments } from '@/lib/attachments/cloud'
import { listRouteTables } from '@/lib/route-tables/cloud'
import { isCenId, isTransitRouterId } from '@/lib/text/ids'
import { listTransitRouters } from '@/lib/transit-routers/cloud'

// What the layouts of one request ask for more than once is read once. A layout also runs when the one around
// it finds that there is no page, so each says for itself that a malformed id has nothing.

/** The router of a page as a list: empty when the CEN instance has none of that id. */
export const readRouter = cache(async (profile: string, cenId: string, transitRouterId: string) =>
  isCenId(cenId) && isTransitRouterId(transitRouterId)
    ? listTransitRouters({ profile }, { cenId, transitRouterId })
    : [],
)

/** The route tables of a router. */
export const readTables = cache(async (profile: string, transitRouterId: string) =>
  isTransitRouterId(transitRouterId) ? listRouteTables({ profile }, { transitRouterId }) : [],
)

/** The attachments of a router. */
export const readAttachments = cache(
  async (profile: string, cenId: string, regionId: string, transitRouterId: string) =>
    listAttachments({ profile }, { cenId, regionId, transitRouterId }),
)
