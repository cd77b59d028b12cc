import type { AttachForm } from '@/lib/attach-form/read-form'
import type { NewVpnAttachment } from '@/lib/attachments/schema'
import { type Keys, keysOf, withKeys } from '@/lib/connection-form/request'

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
  transitRouterAttachmentDescription: form.transitRouterAttachmentDescription ?? '',
  autoPublishRouteEnabled: form.advanced.autoPublishRouteEnabled,
  tags: form.tag,
})

/** The keys of a form, for the sealed store; none when it creates no connection. */
export const keysOfForm = ({ resource }: AttachForm): Keys | undefined =>
  resource.kind === 'create' ? keysOf(resource.connection) : undefined

/** The form without its keys, for the open store. */
export const withoutKeys = (form: AttachForm): AttachForm =>
  form.resource.kind === 'select'
    ? form
    : { ...form, resource: { kind: 'create', connection: withKeys(form.resource.connection) } }
