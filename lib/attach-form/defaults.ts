import type { AttachFormValues } from '@/lib/attach-form/values'
import { connectionDefaults } from '@/lib/connection-form/defaults'

/**
 * A new form on the given router (guide, Basic settings and Advanced settings); `zoneId` preselects a zone,
 * `granted` another account's connection.
 */
export const attachFormDefaults = ({
  granted,
  ...context
}: {
  regionId: string
  transitRouterId: string
  zoneId?: string
  granted?: { vpnId: string; vpnOwnerId: string }
}): AttachFormValues => ({
  regionId: context.regionId,
  transitRouterId: context.transitRouterId,
  owner: { kind: granted ? 'other' : 'current', vpnOwnerId: granted?.vpnOwnerId ?? '' },
  resource: { kind: granted ? 'select' : 'create', vpnId: granted?.vpnId ?? '' },
  transitRouterAttachmentName: '',
  tag: [],
  zoneId: context.zoneId ?? '',
  connection: connectionDefaults(),
  advanced: {
    autoPublishRouteEnabled: true,
    associateDefaultTable: true,
    propagateToDefaultTable: true,
  },
})
