import { randomUUID } from 'node:crypto'

import { keysOfForm, withoutKeys } from '@/lib/attach-form/request'
import { listVpnAttachments } from '@/lib/attachments/cloud'
import { listDependents } from '@/lib/attachments/delete-operation'
import type { AttachmentParams } from '@/lib/attachments/params'
import { ACCESS, sampleAttach } from '@/lib/attachments/test/sample'
import type { OperationKind } from '@/lib/operations/schema'
import { createRouteEntry, listRouteTables } from '@/lib/route-tables/cloud'

export interface Plan {
  kind: OperationKind
  given: { operationId: string; input: unknown; secret?: unknown }
}

/** An attach with everything switched on. */
export async function attachPlan(name = 'Munich'): Promise<Plan> {
  const { cenId, form } = await sampleAttach(name)
  const tables = await listRouteTables(ACCESS, { transitRouterId: form.transitRouterId })
  const defaultTableId = tables.find(
    ({ transitRouterRouteTableType }) => transitRouterRouteTableType === 'System',
  )!.transitRouterRouteTableId
  return {
    kind: 'attach',
    given: {
      operationId: randomUUID(),
      input: { cenId, defaultTableId, form: withoutKeys(form) },
      secret: keysOfForm(form),
    },
  }
}

export interface Attached {
  attachment: Required<AttachmentParams>
  vpnConnectionId: string
}

/** The move of an attached connection, of the sample world if none is given, to another table. */
export async function replacePlan(attached?: Attached): Promise<Plan> {
  const { attachment } = attached ?? (await attachedSample())
  const { associations } = await listDependents(ACCESS, attachment)
  const tables = await tablesOf(attachment.transitRouterId)
  const fromTableId = associations[0]!
  const toTableId = tables.find((table) => table !== fromTableId)!
  return {
    kind: 'replace-route-table',
    given: { operationId: randomUUID(), input: { attachment, fromTableId, toTableId } },
  }
}

/** The deletion of an attached connection with a static route, its bindings and the connection itself. */
export async function deletePlan(attached?: Attached, block = '198.51.100.0/24'): Promise<Plan> {
  const { attachment, vpnConnectionId } = attached ?? (await attachedSample())
  const [table] = await tablesOf(attachment.transitRouterId)
  await createRouteEntry(
    ACCESS,
    {
      transitRouterRouteTableId: table!,
      transitRouterRouteEntryDestinationCidrBlock: block,
      transitRouterRouteEntryName: '',
      transitRouterRouteEntryDescription: '',
      nextHop: { type: 'Attachment', attachmentId: attachment.transitRouterAttachmentId },
    },
    { clientToken: randomUUID() },
  )
  const reviewed = await listDependents(ACCESS, attachment)
  return {
    kind: 'delete-attachment',
    given: { operationId: randomUUID(), input: { attachment, reviewed, vpnConnectionId } },
  }
}

const tablesOf = async (transitRouterId: string) =>
  (await listRouteTables(ACCESS, { transitRouterId })).map(
    ({ transitRouterRouteTableId }) => transitRouterRouteTableId,
  )

async function attachedSample(): Promise<Attached> {
  const { cenId, form } = await sampleAttach('')
  const { regionId, transitRouterId } = form
  const router = { cenId, regionId, transitRouterId }
  for (const { status, resourceId, transitRouterAttachmentId } of await listVpnAttachments(
    ACCESS,
    router,
  )) {
    const attachment = { ...router, transitRouterAttachmentId }
    const { associations, propagations } = await listDependents(ACCESS, attachment)
    if (status === 'Attached' && associations.length === 1 && propagations.length > 0)
      return { attachment, vpnConnectionId: resourceId }
  }
  throw new Error('The sample world has no attached connection.')
}
