'use server'
import { z } from 'zod'

import { listVpnAttachments, updateVpnAttachment } from '@/lib/attachments/cloud'
import type { Attachment } from '@/lib/attachments/schema'
import { replacing } from '@/lib/cloud/witness'
import { InvalidInput } from '@/lib/failure/errors'
import { message } from '@/lib/i18n/message'
import type { Access } from '@/lib/request/access'
import { action } from '@/lib/request/action'
import { writeOnce } from '@/lib/request/intent'
import { disablePropagation, enablePropagation } from '@/lib/route-tables/bindings'
import { replaceTags } from '@/lib/tags/replace'
import { tagsEdit } from '@/lib/tags/schema'
import { isToWrite, textEdit } from '@/lib/text/edit'
import { cloudIdText, regionIdText } from '@/lib/text/ids'

const place = {
  cenId: cloudIdText,
  regionId: regionIdText,
  transitRouterId: cloudIdText,
  transitRouterAttachmentId: cloudIdText,
}
type Place = Record<keyof typeof place, string>

/** The attachment as the cloud has it now, if it is still there. */
async function current(
  access: Access,
  { cenId, regionId, ...ids }: Place,
): Promise<Attachment | undefined> {
  const [attachment] = await listVpnAttachments(access, { cenId, regionId, ...ids })
  return attachment
}

const gone = () => new InvalidInput([{ path: ['value'], message: message('edit.gone') }])

export const changeName = action(
  {
    permission: 'attachments.write',
    // Alibaba: UpdateTransitRouterVpnAttachmentAttribute, TransitRouterAttachmentName
    schema: z.strictObject({ ...place, ...textEdit(128) }),
  },
  async ({ was, value, ...where }, access) => {
    const { transitRouterAttachmentId } = where
    if (!isToWrite((await current(access, where))?.transitRouterAttachmentName, { was, value }))
      return
    replacing({ TransitRouterAttachmentName: was })
    await updateVpnAttachment(
      access,
      { transitRouterAttachmentId, transitRouterAttachmentName: value },
      writeOnce(),
    )
  },
)

export const changeDescription = action(
  {
    permission: 'attachments.write',
    // Alibaba: UpdateTransitRouterVpnAttachmentAttribute, TransitRouterAttachmentDescription
    schema: z.strictObject({ ...place, ...textEdit(256) }),
  },
  async ({ was, value, ...where }, access) => {
    const { transitRouterAttachmentId } = where
    if (
      !isToWrite((await current(access, where))?.transitRouterAttachmentDescription, { was, value })
    )
      return
    replacing({ TransitRouterAttachmentDescription: was })
    await updateVpnAttachment(
      access,
      { transitRouterAttachmentId, transitRouterAttachmentDescription: value },
      writeOnce(),
    )
  },
)

export const setRouteSynchronisation = action(
  {
    permission: 'attachments.write',
    schema: z.strictObject({ ...place, value: z.boolean() }),
  },
  async ({ value, ...where }, access) => {
    const attachment = await current(access, where)
    if (!attachment) throw gone()
    if (attachment.autoPublishRouteEnabled === value) return
    replacing({ AutoPublishRouteEnabled: String(!value) })
    await updateVpnAttachment(
      access,
      {
        transitRouterAttachmentId: where.transitRouterAttachmentId,
        autoPublishRouteEnabled: value,
      },
      writeOnce(),
    )
  },
)

export const setPropagation = action(
  {
    permission: 'route-tables.bind',
    approvedAs: 'setPropagation',
    schema: z.strictObject({
      transitRouterAttachmentId: cloudIdText,
      transitRouterRouteTableId: cloudIdText,
      value: z.boolean(),
    }),
  },
  ({ value, ...binding }, access) => ({
    isDangerous: !value,
    go: () => (value ? enablePropagation : disablePropagation)(access, binding, writeOnce()),
  }),
)

export const saveTags = action(
  {
    permission: 'tags.write',
    schema: z.strictObject({ ...place, ...tagsEdit() }),
  },
  async ({ was, tag, ...where }, access) => {
    const attachment = await current(access, where)
    if (!attachment) throw gone()
    const resource = {
      service: 'cbn',
      type: 'TransitRouterVpnAttachment',
      id: where.transitRouterAttachmentId,
      regionId: where.regionId,
    } as const
    await replaceTags(access, resource, { tags: attachment.tags, was, tag })
  },
)
