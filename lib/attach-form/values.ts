import type { z } from 'zod'

import { connectionFormValuesSchema } from '@/lib/connection-form/values'
import { choice, flag, group, text } from '@/lib/text/typed'

const { regionId, tag, connection } = connectionFormValuesSchema.shape

/** What the attach form keeps while somebody types: every branch, and text exactly as it was typed. */
export const attachFormValuesSchema = group({
  regionId,
  transitRouterId: text,
  owner: group({ kind: choice(['current', 'other']), vpnOwnerId: text }),
  resource: group({ kind: choice(['create', 'select']), vpnId: text }),
  transitRouterAttachmentName: text,
  tag,
  /** Empty: none chosen. Single-tunnel connections only. */
  zoneId: text,
  /** Counts when `resource.kind` is `create`. */
  connection,
  advanced: group({
    autoPublishRouteEnabled: flag,
    associateDefaultTable: flag,
    propagateToDefaultTable: flag,
  }),
})

export type AttachFormValues = z.infer<typeof attachFormValuesSchema>
