import 'server-only'
import { listVpnAttachments } from '@/lib/attachments/cloud'
import type { AttachmentParams } from '@/lib/attachments/params'
import type { Attachment } from '@/lib/attachments/schema'
import type { Presence } from '@/lib/operations/presence'
import type { Access } from '@/lib/request/access'
import { listRouteTables } from '@/lib/route-tables/cloud'

type Router = Omit<AttachmentParams, 'transitRouterAttachmentId'>

/** Whether the router has the attachment that is meant; that of somebody else is none. */
export async function attachmentThat(
  access: Access,
  { cenId, regionId, transitRouterId }: Router,
  isMeant: (attachment: Attachment) => boolean,
): Promise<Presence> {
  const router = { cenId, regionId, transitRouterId }
  const all = await listVpnAttachments(access, router)
  return presenceIn(access, router, all, all.find(isMeant))
}

/** Whether the attachment is there, by two ways of asking: a wrong question gives an empty list, not an error. */
export async function attachmentPresence(
  access: Access,
  { cenId, regionId, transitRouterId }: Router,
  transitRouterAttachmentId: string,
): Promise<Presence> {
  const router = { cenId, regionId, transitRouterId }
  const [one] = await listVpnAttachments(access, { ...router, transitRouterAttachmentId })
  if (one) return presenceIn(access, router, [one], one)
  const all = await listVpnAttachments(access, router)
  const found = all.find((each) => each.transitRouterAttachmentId === transitRouterAttachmentId)
  return presenceIn(access, router, all, found)
}

async function presenceIn(
  access: Access,
  { transitRouterId }: Router,
  all: Attachment[],
  found: Attachment | undefined,
): Promise<Presence> {
  if (found) return { there: true, id: found.transitRouterAttachmentId, status: found.status }
  // Every router has its default table: if that is not seen either, the empty list says nothing.
  const proven = all.length > 0 || (await listRouteTables(access, { transitRouterId })).length > 0
  return { there: false, proven }
}
