import 'server-only'
import { listVpnAttachments } from '@/lib/attachments/cloud'
import type { AttachmentParams } from '@/lib/attachments/params'
import type { Presence } from '@/lib/operations/presence'
import type { Access } from '@/lib/request/access'
import { listAssociations, listPropagations } from '@/lib/route-tables/bindings'

type Attachment = Required<AttachmentParams>

/** Whether the attachment forwards by this table. Absence counts while the attachment itself is seen. */
export async function associationPresence(
  access: Access,
  attachment: Attachment,
  transitRouterRouteTableId: string,
): Promise<Presence> {
  const { transitRouterAttachmentId } = attachment
  const associations = await listAssociations(access, { transitRouterAttachmentId })
  const found = associations.find(
    (each) => each.transitRouterRouteTableId === transitRouterRouteTableId,
  )
  if (found) return { there: true, status: found.status }
  return { there: false, proven: associations.length > 0 || (await isSeen(access, attachment)) }
}

/** Whether this table learns the routes of the attachment. */
export async function propagationPresence(
  access: Access,
  attachment: Attachment,
  transitRouterRouteTableId: string,
): Promise<Presence> {
  const { transitRouterAttachmentId } = attachment
  const propagations = await listPropagations(access, { transitRouterRouteTableId })
  const found = propagations.find(
    (each) => each.transitRouterAttachmentId === transitRouterAttachmentId,
  )
  if (found) return { there: true, status: found.status }
  return { there: false, proven: propagations.length > 0 || (await isSeen(access, attachment)) }
}

const isSeen = async (access: Access, attachment: Attachment) =>
  (await listVpnAttachments(access, attachment)).length > 0
