'use server'
import { randomUUID } from 'node:crypto'

import { z } from 'zod'

import type { Access } from '@/lib/access'
import { action } from '@/lib/action'
import { disablePropagation, enablePropagation } from '@/lib/associations/cloud'
import { listVpnAttachments, updateVpnAttachment } from '@/lib/attachments/cloud'
import type { Attachment } from '@/lib/attachments/schema'
import { replacing } from '@/lib/cloud/witness'
import { message, type RuleKey } from '@/lib/message'
import { InvalidInput } from '@/lib/result'
import { replaceTags } from '@/lib/tags/replace'
import { tagList } from '@/lib/tags/schema'
import { parseName } from '@/lib/text/name'
import { parsedText } from '@/lib/text/reader'

const id = z.string().regex(/^[a-z0-9-]{1,80}$/)
const place = {
  cenId: id,
  regionId: id,
  transitRouterId: id,
  transitRouterAttachmentId: id,
}
type Place = Record<keyof typeof place, string>

/** The attachment as the cloud has it now, so that nobody overwrites what somebody else wrote meanwhile. */
async function current(access: Access, { cenId, regionId, ...ids }: Place): Promise<Attachment> {
  const [attachment] = await listVpnAttachments(access, { cenId, regionId, ...ids })
  if (!attachment) throw refused('attachment.gone')
  return attachment
}

const refused = (key: RuleKey, values?: Record<string, string>) =>
  new InvalidInput([{ path: ['value'], message: message(key, values) }])

export const changeName = action(
  {
    permission: 'attachments.write',
    // Alibaba: UpdateTransitRouterVpnAttachmentAttribute, TransitRouterAttachmentName
    schema: z.strictObject({
      ...place,
      was: z.string(),
      value: parsedText((text) => parseName(text, 128)),
    }),
  },
  async ({ was, value, ...where }, access) => {
    const now = (await current(access, where)).transitRouterAttachmentName
    if (now !== was) throw refused('attachment.changedText', { now })
    replacing({ TransitRouterAttachmentName: now })
    await updateVpnAttachment(
      access,
      {
        transitRouterAttachmentId: where.transitRouterAttachmentId,
        transitRouterAttachmentName: value,
      },
      { clientToken: randomUUID() },
    )
  },
)

export const changeDescription = action(
  {
    permission: 'attachments.write',
    // Alibaba: UpdateTransitRouterVpnAttachmentAttribute, TransitRouterAttachmentDescription
    schema: z.strictObject({
      ...place,
      was: z.string(),
      value: parsedText((text) => parseName(text, 256)),
    }),
  },
  async ({ was, value, ...where }, access) => {
    const now = (await current(access, where)).transitRouterAttachmentDescription
    if (now !== was) throw refused('attachment.changedText', { now })
    replacing({ TransitRouterAttachmentDescription: now })
    await updateVpnAttachment(
      access,
      {
        transitRouterAttachmentId: where.transitRouterAttachmentId,
        transitRouterAttachmentDescription: value,
      },
      { clientToken: randomUUID() },
    )
  },
)

export const setRouteSynchronisation = action(
  {
    permission: 'attachments.write',
    schema: z.strictObject({ ...place, value: z.boolean() }),
  },
  async ({ value, ...where }, access) => {
    const now = (await current(access, where)).autoPublishRouteEnabled
    if (now === value) return
    replacing({ AutoPublishRouteEnabled: String(now) })
    await updateVpnAttachment(
      access,
      {
        transitRouterAttachmentId: where.transitRouterAttachmentId,
        autoPublishRouteEnabled: value,
      },
      { clientToken: randomUUID() },
    )
  },
)

export const setPropagation = action(
  {
    permission: 'route-tables.write',
    schema: z.strictObject({
      transitRouterAttachmentId: id,
      transitRouterRouteTableId: id,
      value: z.boolean(),
    }),
  },
  ({ value, ...binding }, access) =>
    (value ? enablePropagation : disablePropagation)(access, binding, {
      clientToken: randomUUID(),
    }),
)

export const saveTags = action(
  {
    permission: 'tags.write',
    schema: z.strictObject({
      ...place,
      was: z.array(z.object({ key: z.string(), value: z.string() })),
      tag: tagList,
    }),
  },
  async ({ was, tag, ...where }, access) => {
    const { tags } = await current(access, where)
    const resource = {
      service: 'cbn',
      type: 'TransitRouterVpnAttachment',
      id: where.transitRouterAttachmentId,
      regionId: where.regionId,
    } as const
    await replaceTags(access, resource, { tags, was, tag })
  },
)
