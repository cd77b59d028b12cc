import 'server-only'
import { cache } from 'react'

import { listAttachments } from '@/lib/attachments/cloud'
import { type Access, currentAccess } from '@/lib/request/access'
import { isDocument } from '@/lib/request/document'
import { listRouteTables } from '@/lib/route-tables/cloud'
import { isAttachmentId, isCenId, isTransitRouterId } from '@/lib/text/ids'
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

/**
 * An attachment as a list, read once for the page and its title; undefined without a router. A document reads all
 * attachments of the router for the list below it: to ask for this one would be a call that waits for another.
 */
export const readAttachment = cache(
  async (cenId: string, transitRouterId: string, attachmentId: string) => {
    const access = await currentAccess()
    const [router] = await readRouter(access, cenId, transitRouterId)
    if (!router || !isAttachmentId(attachmentId)) return undefined
    const { regionId } = router
    if (await isDocument()) {
      const all = await readAttachments(access, cenId, regionId, transitRouterId)
      return all.filter(({ transitRouterAttachmentId: id }) => id === attachmentId)
    }
    return await listAttachments(access, {
      cenId,
      regionId,
      transitRouterId,
      transitRouterAttachmentId: attachmentId,
    })
  },
)
