'use server'
import { z } from 'zod'

import { BREAKAGES } from '@/lib/rehearsal/schema'
import { breakSite, pingSite } from '@/lib/rehearsal/sites'
import { action } from '@/lib/request/action'
import { isConnectionId } from '@/lib/text/ids'

const site = z.strictObject({ connectionId: z.string().refine(isConnectionId) })

/** Breaks one thing at a site, or mends it. False when it could not be done. */
export const breakOne = action(
  {
    permission: 'ipsec-connections.write',
    schema: site.extend({ what: z.enum(BREAKAGES).optional() }),
  },
  ({ connectionId, what }) => breakSite(connectionId, what),
)

/** Pings from the LAN of a site to a VPC, and back. */
export const ping = action({ permission: 'read', schema: site }, ({ connectionId }) =>
  pingSite(connectionId),
)
