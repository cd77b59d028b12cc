import type { AttachForm } from '@/lib/attach-form/schema'
import type { NewVpnAttachment } from '@/lib/attachments/schema'
import type { Connection } from '@/lib/connection-form/read'
import type { NewIpsecConnection } from '@/lib/ipsec-connections/schema'
import type { Tag } from '@/lib/tags/schema'

/**
 * The connection to create. `autoConfigRoute` stays on: with Flow Protection the cloud then adds the route
 * to each peer block by itself (guide, Routing Mode).
 */
export const toNewConnection = (
  connection: Connection,
  { regionId, name, tags }: { regionId: string; name: string; tags: Tag[] },
): NewIpsecConnection => ({
  ...connection,
  regionId,
  // Alibaba: CreateVpnAttachment, Name: up to 100 characters, fewer than an attachment's 128.
  name: name.length <= 100 ? name : '',
  autoConfigRoute: true,
  tags,
})

/** The attachment to create for connection `vpnId`, the one of the form or the one just created. */
export const toNewAttachment = (
  form: AttachForm,
  { cenId, vpnId }: { cenId: string; vpnId: string },
): NewVpnAttachment => ({
  cenId,
  regionId: form.regionId,
  transitRouterId: form.transitRouterId,
  vpnId,
  ...(form.owner.kind === 'other' && { vpnOwnerId: form.owner.vpnOwnerId }),
  ...(form.zoneId !== undefined && { zoneId: form.zoneId }),
  transitRouterAttachmentName: form.transitRouterAttachmentName,
  transitRouterAttachmentDescription: '',
  autoPublishRouteEnabled: form.advanced.autoPublishRouteEnabled,
  tags: form.tag,
})
