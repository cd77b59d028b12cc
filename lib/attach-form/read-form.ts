import type { AttachFormValues } from '@/lib/attach-form/values'
import { type Connection, readConnection } from '@/lib/connection-form/read'
import { readTags } from '@/lib/tags/read'
import type { Tag } from '@/lib/tags/schema'
import { parseAccountId } from '@/lib/text/account-id'
import { parseChosenId } from '@/lib/text/chosen-id'
import { parseName } from '@/lib/text/name'
import type { Reader } from '@/lib/text/reading'

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

/** Reads the form, field by field. Rules across fields, and against what the cloud knows, are in rules/. */
export function readAttachForm(read: Reader, values: AttachFormValues): AttachForm {
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
    tag: readTags(read.at('tag'), values.tag),
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
