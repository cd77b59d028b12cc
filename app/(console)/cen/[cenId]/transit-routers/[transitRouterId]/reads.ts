import 'server-only'
import { cache } from 'react'

import { listAttachments } from '@/lib/attachments/cloud'
import type { Access } from '@/lib/request/access'
import { listRouteTables } from '@/lib/route-tables/cloud'
import { isCenId, isTransitRouterId } from '@/lib/text/ids'
import { listTransitRouters } from '@/lib/transit-routers/cloud'

// What the layouts of one request ask for more than once is read once. A layout also runs when the one around
// it finds that there is no page, so each says for itself that a malformed id has nothing.

/** The router of a page as a list: empty when the CEN instance has none of that id. */
export const readRouter = cache(async (access: Access, cenId: string, transitRouterId: string) =>
  isCenId(cenId) && isTransitRouterId(transitRouterId)
    ? listTransitRouters(access, { cenId, transitRouterId })
    : [],
)

/** The route tables of a router. */
export const readTables = cache(async (access: Access, transitRouterId: string) =>
  isTransitRouterId(transitRouterId) ? listRouteTables(access, { transitRouterId }) : [],
)

/** The attachments of a router. */
export const readAttachments = cache(
  async (access: Access, cenId: string, regionId: string, transitRouterId: string) =>
    listAttachments(access, { cenId, regionId, transitRouterId }),
)
