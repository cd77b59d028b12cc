import type { z } from 'zod'

import { checkAttachForm } from '@/lib/attach-form/rules'
import { tunnelsOf } from '@/lib/attach-form/rules/owner'
import { type AttachFormValues, attachFormValuesSchema } from '@/lib/attach-form/values'
import { type Connection, readConnection } from '@/lib/connection-form/read'
import type { Surroundings } from '@/lib/connection-form/surroundings'
import { InvalidInput } from '@/lib/failure/errors'
import { type Tag, tagList } from '@/lib/tags/schema'
import { parseAccountId } from '@/lib/text/account-id'
import { parseChosenId } from '@/lib/text/chosen-id'
import { parseName } from '@/lib/text/name'
import { type Reader, readerOf, reportLong } from '@/lib/text/reader'

/** The form as it is sent: one branch of each choice, and only what counts in it. */
export interface AttachForm {
  regionId: string
  transitRouterId: string
  owner: { kind: 'current' } | { kind: 'other'; vpnOwnerId: string }
  resource: { kind: 'create'; connection: Connection } | { kind: 'select'; vpnId: string }
  transitRouterAttachmentName: string
  /** Absent in an operation that an earlier version of the console began. */
  transitRouterAttachmentDescription?: string
  tag: Tag[]
  /** Left out for a dual-tunnel connection, which has none. */
  zoneId?: string
  advanced: AttachFormValues['advanced']
}

/** The attach form, field by field. Rules across fields, and against what the cloud knows, are in rules/. */
export const attachFormSchema: z.ZodType<AttachForm, AttachFormValues> =
  attachFormValuesSchema.transform((values, context) => readWhole(context, values))

/**
 * The whole judgement of the form, fields and rules, as one schema: what the browser checks with, and the
 * server again. `known` is asked on every parse, for it grows while the page loads.
 */
export const attachFormSchemaWith = (
  known: () => Surroundings,
): z.ZodType<AttachForm, AttachFormValues> =>
  attachFormValuesSchema.transform((values, context): AttachForm => {
    const form = readWhole(context, values)
    for (const { severity, path, message } of checkAttachForm(values, known()))
      if (severity === 'error') context.addIssue({ code: 'custom', path: path.split('.'), message })
    if (tunnelsOf(values, known()) !== 2) return form
    const { zoneId: _, ...zoneless } = form
    return zoneless
  })

/**
 * The form of an action's input, judged against what the cloud says now.
 * @throws InvalidInput with every problem on its field.
 */
export function acceptAttachForm(values: AttachFormValues, known: Surroundings): AttachForm {
  const parsed = attachFormSchemaWith(() => known).safeParse(values)
  if (!parsed.success) throw InvalidInput.of(parsed.error)
  return parsed.data
}

function readWhole(context: z.RefinementCtx, values: AttachFormValues): AttachForm {
  const form = readForm(readerOf(context), values)
  reportLong(context, values)
  return form
}

function readForm(read: Reader, values: AttachFormValues): AttachForm {
  const { owner, resource, connection, transitRouterAttachmentName: name } = values
  const isDual = resource.kind === 'create' && connection.tunnelMode === 'dual'
  return {
    regionId: read.text(parseRegion, values.regionId, 'regionId'),
    transitRouterId: read.text(parseRouter, values.transitRouterId, 'transitRouterId'),
    owner:
      owner.kind === 'current'
        ? { kind: 'current' }
        : {
            kind: 'other',
            vpnOwnerId: read.text(parseAccountId, owner.vpnOwnerId, 'owner', 'vpnOwnerId'),
          },
    resource:
      resource.kind === 'select'
        ? { kind: 'select', vpnId: read.text(parseSelected, resource.vpnId, 'resource', 'vpnId') }
        : { kind: 'create', connection: readConnection(read.at('connection'), connection) },
    transitRouterAttachmentName: read.text(
      parseAttachmentName,
      name,
      'transitRouterAttachmentName',
    ),
    transitRouterAttachmentDescription: read.text(
      parseAttachmentDescription,
      values.transitRouterAttachmentDescription,
      'transitRouterAttachmentDescription',
    ),
    tag: read.part(tagList, values.tag, 'tag'),
    ...(values.zoneId !== '' &&
      !isDual && { zoneId: read.text(parseZone, values.zoneId, 'zoneId') }),
    advanced: values.advanced,
  }
}

const parseRegion = parseChosenId('choose.region')
const parseRouter = parseChosenId('choose.transitRouter')
const parseSelected = parseChosenId('choose.connection')
const parseZone = parseChosenId('choose.zone')

// Alibaba: CreateTransitRouterVpnAttachment, TransitRouterAttachmentName.
const parseAttachmentName = (text: string) => parseName(text, 128)
// Alibaba: CreateTransitRouterVpnAttachment, TransitRouterAttachmentDescription.
const parseAttachmentDescription = (text: string) => parseName(text, 256)
