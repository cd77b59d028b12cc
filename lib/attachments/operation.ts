import 'server-only'
import type { AttachForm } from '@/lib/attach-form/read-form'
import { keysOfForm, toNewAttachment, withoutKeys } from '@/lib/attach-form/request'
import { createVpnAttachment } from '@/lib/attachments/cloud'
import { attachmentPresence, attachmentThat } from '@/lib/attachments/presence'
import type { Attachment } from '@/lib/attachments/schema'
import { detachStep } from '@/lib/attachments/steps'
import type { Connection } from '@/lib/connection-form/read'
import { type Keys, toNewConnection, withKeys } from '@/lib/connection-form/request'
import { createIpsecConnection } from '@/lib/ipsec-connections/cloud'
import { connectionWithTag } from '@/lib/ipsec-connections/presence'
import { CONNECTION_BUSY, deleteConnectionStep } from '@/lib/ipsec-connections/steps'
import { define } from '@/lib/operations/definition'
import { made } from '@/lib/operations/presence'
import { start } from '@/lib/operations/start'
import type { Run, Step } from '@/lib/operations/step'
import type { Access } from '@/lib/request/access'
import { associateStep, learnStep } from '@/lib/route-tables/binding-steps'
import { listRouteTables } from '@/lib/route-tables/cloud'
import { MAX_TAGS } from '@/lib/tags/limit'
import { OPERATION_TAG } from '@/lib/tags/operation-tag'
import type { Tag } from '@/lib/tags/schema'

interface AttachInput {
  cenId: string
  defaultTableId: string
  /** Without its keys. */
  form: AttachForm
}

type AttachRun = Run<AttachInput>

declare module '@/lib/operations/schema' {
  interface OperationInputs {
    attach: AttachInput
  }
  interface Place {
    cenId?: string
    transitRouterId?: string
    transitRouterAttachmentId?: string
    vpnConnectionId?: string
  }
}

const attachment = define({
  kind: 'attach',
  exclusive: ['vpnConnectionId'],
  steps: ({ form: { resource, advanced }, defaultTableId: table }) => [
    ...(resource.kind === 'create' ? [createConnection(resource.connection)] : []),
    attach,
    waitAttached,
    ...(advanced.associateDefaultTable
      ? [associateStep('associate', { attachment: attachmentOf, table })]
      : []),
    ...(advanced.propagateToDefaultTable
      ? [learnStep('advertise', { attachment: attachmentOf, table })]
      : []),
  ],
})

/** Begins what OK of the attach form says; the same `operationId` never begins it twice. @throws CloudError */
export async function startAttach(
  access: Access,
  { operationId, cenId, form }: { operationId: string; cenId: string; form: AttachForm },
): Promise<string> {
  const { regionId, transitRouterId, resource } = form
  const tables = await listRouteTables(access, { transitRouterId })
  const system = tables.find((table) => table.transitRouterRouteTableType === 'System')
  return start(access, attachment, {
    operationId,
    input: {
      cenId,
      defaultTableId: system?.transitRouterRouteTableId ?? '',
      form: withoutKeys(form),
    },
    secret: keysOfForm(form),
    subject: form.transitRouterAttachmentName || transitRouterId,
    place: {
      regionId,
      cenId,
      transitRouterId,
      ...(resource.kind === 'select' && { vpnConnectionId: resource.vpnId }),
    },
  })
}

const createConnection = (connection: Connection): Step<AttachInput> => ({
  name: 'create-connection',
  makes: 'vpnConnectionId',
  usual: 5,
  limit: 300,
  send: {
    action: 'vpc:CreateVpnAttachment',
    busy: CONNECTION_BUSY,
    secret: true,
    changes: ({ input }) => [
      { what: 'name', from: '', to: input.form.transitRouterAttachmentName },
    ],
    call: async (run, write) => {
      const settings = {
        regionId: run.input.form.regionId,
        name: run.input.form.transitRouterAttachmentName,
        tags: [operationTag(run)],
      }
      const complete = withKeys(connection, (await run.secret()) as Keys) // what keysOfForm gave
      return createIpsecConnection(run.access, toNewConnection(complete, settings), write)
    },
  },
  look: async (run) => {
    const { regionId } = run.input.form
    const presence = await connectionWithTag(run.access, regionId, operationTag(run))
    return made(presence, presence.there ? [presence.status] : [])
  },
  undo: deleteConnectionStep((run) => ({
    regionId: run.input.form.regionId,
    vpnConnectionId: run.made('create-connection'),
  })),
})

const attach: Step<AttachInput> = {
  name: 'attach',
  makes: 'transitRouterAttachmentId',
  usual: 10,
  limit: 300,
  send: {
    action: 'cen:CreateTransitRouterVpnAttachment',
    // Terraform provider, alicloud_cen_transit_router_vpn_attachment: create
    busy: ['OperationFailed.AllocateCidrFailed', 'IncorrectStatus.Status'],
    changes: (run) => {
      const { transitRouterAttachmentName, advanced } = run.input.form
      return [
        { what: 'transitRouterAttachmentName', from: '', to: transitRouterAttachmentName },
        { what: 'connection', from: '', to: vpnIdOf(run) },
        { what: 'autoPublishRouteEnabled', from: '', to: String(advanced.autoPublishRouteEnabled) },
      ]
    },
    call: (run, write) => {
      const { cenId, form } = run.input
      const request = toNewAttachment(form, { cenId, vpnId: vpnIdOf(run) })
      return createVpnAttachment(run.access, { ...request, tags: tagsOf(run) }, write)
    },
  },
  look: async (run) => {
    const presence = await attachmentThat(run.access, routerOf(run), (each) => isOurs(run, each))
    return made(presence, ['Attaching', 'Attached'])
  },
  undo: detachStep((run) => attachmentOf(run)),
}

const waitAttached: Step<AttachInput> = {
  name: 'wait-attached',
  usual: 300,
  limit: 2400, // Terraform provider, alicloud_cen_transit_router_vpn_attachment: create
  look: async (run) =>
    made(await attachmentPresence(run.access, routerOf(run), run.made('attach')), ['Attached']),
}

const operationTag = ({ operationId }: AttachRun) => ({ key: OPERATION_TAG, value: operationId })

/** The tags of the form and our mark, as long as there is room for it. */
const tagsOf = (run: AttachRun): Tag[] =>
  [...run.input.form.tag, operationTag(run)].slice(0, MAX_TAGS)

/** Somebody else may attach the same connection; theirs is not ours to adopt, let alone to undo. */
const isOurs = (run: AttachRun, { resourceId, tags }: Attachment): boolean =>
  resourceId === vpnIdOf(run) &&
  tagsOf(run).every(({ key, value }) => tags.some((tag) => tag.key === key && tag.value === value))

const vpnIdOf = ({ input, made: id }: AttachRun): string =>
  input.form.resource.kind === 'select' ? input.form.resource.vpnId : id('create-connection')

const routerOf = ({ input: { cenId, form } }: AttachRun) => ({
  cenId,
  regionId: form.regionId,
  transitRouterId: form.transitRouterId,
})

const attachmentOf = (run: AttachRun) => ({
  ...routerOf(run),
  transitRouterAttachmentId: run.made('attach'),
})
