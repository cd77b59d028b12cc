import 'server-only'
import { listVpnAttachments } from '@/lib/attachments/cloud'
import type { OneAttachmentParams } from '@/lib/attachments/params'
import type { Dependents } from '@/lib/attachments/schema'
import { detachStep } from '@/lib/attachments/steps'
import { OperationError } from '@/lib/failure/errors'
import { deleteConnectionStep } from '@/lib/ipsec-connections/steps'
import { define } from '@/lib/operations/definition'
import type { Change } from '@/lib/operations/schema'
import { start } from '@/lib/operations/start'
import type { Run, Step } from '@/lib/operations/step'
import type { Access } from '@/lib/request/access'
import { dissociateStep, unlearnStep } from '@/lib/route-tables/binding-steps'
import { listAssociations, listPropagations } from '@/lib/route-tables/bindings'
import { listRouteEntries, listRouteTables } from '@/lib/route-tables/cloud'
import { deleteRouteStep } from '@/lib/route-tables/steps'

interface DeleteInput {
  attachment: OneAttachmentParams
  reviewed: Dependents
  /** The connection to delete at the end, when asked for. */
  vpnConnectionId?: string
}

type DeleteRun = Run<DeleteInput>

declare module '@/lib/operations/schema' {
  interface OperationInputs {
    'delete-attachment': DeleteInput
  }
}

const deletion = define({
  kind: 'delete-attachment',
  exclusive: ['transitRouterAttachmentId', 'vpnConnectionId'],
  steps: ({ attachment, reviewed, vpnConnectionId }) =>
    [
      ...reviewed.routes.map((route) =>
        deleteRouteStep<DeleteInput>(routeStep(route.destination, route.routeTableId), {
          ...route,
          nextHopId: attachment.transitRouterAttachmentId,
        }),
      ),
      ...reviewed.propagations.map((table) =>
        unlearnStep<DeleteInput>(`unlearn:${table}`, { attachment: attachmentOf, table }),
      ),
      ...reviewed.associations.map((table) =>
        dissociateStep<DeleteInput>(`dissociate:${table}`, { attachment: attachmentOf, table }),
      ),
      detachStep<DeleteInput>(attachmentOf),
    ]
      .map((step): Step<DeleteInput> => ({ ...step, changed: differences }))
      .concat(vpnConnectionId ? [deleteConnection(vpnConnectionId)] : []),
})

/** What a person saw of an attachment before saying that it goes. */
interface Reviewed extends Omit<Dependents, 'routes'> {
  routes: Omit<Dependents['routes'][number], 'routeEntryId'>[]
}

/**
 * What deletes an attachment as it is now: the ids of its routes, the connection on it, and its name are read here.
 * @throws CloudError, and OperationError `ReviewOutdated` when it is not what was reviewed.
 */
export async function deletionOf(
  access: Access,
  {
    attachment,
    reviewed,
    withConnection,
  }: { attachment: OneAttachmentParams; reviewed: Reviewed; withConnection: boolean },
): Promise<DeleteInput & { subject: string }> {
  const [[found], now] = await Promise.all([
    listVpnAttachments(access, attachment),
    listDependents(access, attachment),
  ])
  if (!found || compareAll(reviewed, now).length > 0) throw new OperationError('ReviewOutdated')
  return {
    attachment,
    reviewed: now,
    subject: found.transitRouterAttachmentName || found.transitRouterAttachmentId,
    ...(withConnection && { vpnConnectionId: found.resourceId }),
  }
}

/** Begins to delete an attachment with all that was reviewed as hanging on it. @throws CloudError */
export const startDeleteAttachment = (
  access: Access,
  { operationId, subject, ...input }: DeleteInput & { operationId: string; subject: string },
): Promise<string> =>
  start(access, deletion, {
    operationId,
    input,
    subject,
    place: {
      ...input.attachment,
      ...(input.vpnConnectionId && { vpnConnectionId: input.vpnConnectionId }),
    },
  })

/** What hangs on an attachment now. @throws CloudError */
export async function listDependents(
  access: Access,
  params: OneAttachmentParams,
): Promise<Dependents> {
  const { transitRouterId, transitRouterAttachmentId } = params
  const [[attachment], tables, associations, propagations] = await Promise.all([
    listVpnAttachments(access, params),
    listRouteTables(access, { transitRouterId }),
    listAssociations(access, { transitRouterAttachmentId }),
    listPropagations(access, { transitRouterId, transitRouterAttachmentId }),
  ])
  const entries = await Promise.all(
    tables.map(async ({ transitRouterRouteTableId: routeTableId }) => {
      const found = await listRouteEntries(access, {
        transitRouterRouteTableId: routeTableId,
        transitRouterRouteEntryNextHopId: transitRouterAttachmentId,
      })
      return found
        .filter(({ transitRouterRouteEntryType }) => transitRouterRouteEntryType === 'Static')
        .map((entry) => ({
          routeEntryId: entry.transitRouterRouteEntryId,
          routeTableId,
          destination: entry.transitRouterRouteEntryDestinationCidrBlock,
        }))
    }),
  )
  return {
    status: attachment?.status ?? '',
    routes: entries.flat(),
    propagations: propagations.map((each) => each.transitRouterRouteTableId),
    associations: associations.map((each) => each.transitRouterRouteTableId),
  }
}

const deleteConnection = (vpnConnectionId: string): Step<DeleteInput> =>
  deleteConnectionStep(({ input }) => ({ regionId: input.attachment.regionId, vpnConnectionId }))

const attachmentOf = ({ input }: DeleteRun) => input.attachment

const routeStep = (destination: string, table: string) => `delete-route:${destination} ${table}`

/** What hangs on the attachment now against what was reviewed, less what this operation has deleted. */
async function differences({ access, input, isDone }: DeleteRun): Promise<Change[]> {
  const { attachment, reviewed } = input
  const now = await listDependents(access, attachment)
  const routes = reviewed.routes.filter(
    ({ destination, routeTableId }) => !isDone(routeStep(destination, routeTableId)),
  )
  const propagations = reviewed.propagations.filter((table) => !isDone(`unlearn:${table}`))
  const associations = reviewed.associations.filter((table) => !isDone(`dissociate:${table}`))
  return compareAll({ status: reviewed.status, routes, propagations, associations }, now)
}

const compareAll = (before: Reviewed, now: Reviewed): Change[] =>
  [
    compare('attachment', before.status, now.status),
    compare('routes', list(before.routes.map(routeName)), list(now.routes.map(routeName))),
    compare('propagations', list(before.propagations), list(now.propagations)),
    compare('associations', list(before.associations), list(now.associations)),
  ].flat()

const compare = (what: string, from: string, to: string): Change[] =>
  from === to ? [] : [{ what, from, to }]

const list = (items: string[]) => items.toSorted().join(', ')

const routeName = ({ destination, routeTableId }: Reviewed['routes'][number]) =>
  `${destination} in ${routeTableId}`
