import type { z } from 'zod'

import { type Connection, connectionSchema } from '@/lib/attach-form/connection-schema'
import { type AttachFormValues, attachFormValuesSchema } from '@/lib/attach-form/values'
import { type Tag, tagList } from '@/lib/tags/schema'
import { parseAccountId } from '@/lib/text/account-id'
import { parseChosenId } from '@/lib/text/chosen-id'
import { parseName } from '@/lib/text/name'
import { parsedText, partReader } from '@/lib/text/read-part'

/** The form as it is sent: one branch of each choice, and only what counts in it. */
export interface AttachForm {
  regionId: string
  transitRouterId: string
  owner: { kind: 'current' } | { kind: 'other'; vpnOwnerId: string }
  resource: { kind: 'create'; connection: Connection } | { kind: 'select'; vpnId: string }
  transitRouterAttachmentName: string
  tag: Tag[]
  /** Left out for a dual-tunnel connection, which has none. */
  zoneId?: string
  advanced: AttachFormValues['advanced']
}

const regionId = parsedText(parseChosenId('choose.region'))
const transitRouterId = parsedText(parseChosenId('choose.transitRouter'))
const vpnOwnerId = parsedText(parseAccountId)
const vpnId = parsedText(parseChosenId('choose.connection'))
const zoneId = parsedText(parseChosenId('choose.zone'))
// Alibaba: CreateTransitRouterVpnAttachment, TransitRouterAttachmentName.
const attachmentName = parsedText((text) => parseName(text, 128))

/** The attach form, field by field. Rules across fields, and against what the cloud knows, are in rules.ts. */
export const attachFormSchema: z.ZodType<AttachForm, AttachFormValues> =
  attachFormValuesSchema.transform((values, context): AttachForm => {
    const read = partReader(context)
    const isDual = values.resource.kind === 'create' && values.connection.tunnelMode === 'dual'
    return {
      regionId: read(regionId, values.regionId, 'regionId'),
      transitRouterId: read(transitRouterId, values.transitRouterId, 'transitRouterId'),
      owner:
        values.owner.kind === 'current'
          ? { kind: 'current' }
          : {
              kind: 'other',
              vpnOwnerId: read(vpnOwnerId, values.owner.vpnOwnerId, 'owner', 'vpnOwnerId'),
            },
      resource:
        values.resource.kind === 'select'
          ? { kind: 'select', vpnId: read(vpnId, values.resource.vpnId, 'resource', 'vpnId') }
          : {
              kind: 'create',
              connection: read(connectionSchema, values.connection, 'connection'),
            },
      transitRouterAttachmentName: read(
        attachmentName,
        values.transitRouterAttachmentName,
        'transitRouterAttachmentName',
      ),
      tag: read(tagList, values.tag, 'tag'),
      ...(values.zoneId !== '' && !isDual && { zoneId: read(zoneId, values.zoneId, 'zoneId') }),
      advanced: values.advanced,
    }
  })
