import type { z } from 'zod'

import { connectionDefaults, connectionFormValuesSchema } from '@/lib/connection-form/values'
import { choice, flag, group, text } from '@/lib/text/typed'

const { regionId, tag, connection } = connectionFormValuesSchema.shape

/** What the attach form keeps while somebody types: every branch, and text exactly as it was typed. */
export const attachFormValuesSchema = group({
  regionId,
  transitRouterId: text,
  owner: group({ kind: choice(['current', 'other']), vpnOwnerId: text }),
  resource: group({ kind: choice(['create', 'select']), vpnId: text }),
  transitRouterAttachmentName: text,
  transitRouterAttachmentDescription: text,
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

/**
 * A new form on the given router (guide, Basic settings and Advanced settings); `zoneId` preselects a zone,
 * `chosen` a connection that exists, of another account where an owner is named.
 */
export const attachFormDefaults = ({
  chosen,
  ...context
}: {
  regionId: string
  transitRouterId: string
  zoneId?: string
  tunnelMode?: AttachFormValues['connection']['tunnelMode']
  chosen?: { vpnId: string; vpnOwnerId?: string }
}): AttachFormValues => ({
  regionId: context.regionId,
  transitRouterId: context.transitRouterId,
  owner: {
    kind: chosen?.vpnOwnerId ? 'other' : 'current',
    vpnOwnerId: chosen?.vpnOwnerId ?? '',
  },
  resource: { kind: chosen ? 'select' : 'create', vpnId: chosen?.vpnId ?? '' },
  transitRouterAttachmentName: '',
  transitRouterAttachmentDescription: '',
  tag: [],
  zoneId: context.zoneId ?? '',
  connection: connectionDefaults(context.tunnelMode),
  advanced: {
    autoPublishRouteEnabled: true,
    associateDefaultTable: true,
    propagateToDefaultTable: true,
  },
})
