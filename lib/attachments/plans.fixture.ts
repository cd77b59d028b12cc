import { randomUUID } from 'node:crypto'

import { keysOf, withoutKeys } from '@/lib/attach-form/keys'
import { listVpnAttachments } from '@/lib/attachments/cloud'
import { listDependents } from '@/lib/attachments/delete-operation'
import { ACCESS, sampleAttach } from '@/lib/attachments/sample.fixture'
import type { OperationKind } from '@/lib/operations/schema'
import { createRouteEntry, listRouteTables } from '@/lib/route-tables/cloud'

export interface Plan {
  kind: OperationKind
  given: { operationId: string; input: unknown; secret?: unknown }
}

/** An attach with everything switched on. */
export async function attachPlan(): Promise<Plan> {
  const { cenId, form } = await sampleAttach('Munich')
  const tables = await listRouteTables(ACCESS, { transitRouterId: form.transitRouterId })
  const defaultTableId = tables.find(
    ({ transitRouterRouteTableType }) => transitRouterRouteTableType === 'System',
  )!.transitRouterRouteTableId
  return {
    kind: 'attach',
    given: {
      operationId: randomUUID(),
      input: { cenId, defaultTableId, form: withoutKeys(form) },
      secret: keysOf(form),
    },
  }
}

/** The move of an attached connection of the sample world to another table. */
export async function replacePlan(): Promise<Plan> {
  const { attachment, reviewed, tables } = await attachedSample()
  const fromTableId = reviewed.associations[0]!
  const toTableId = tables.find((table) => table !== fromTableId)!
  return {
    kind: 'replace-route-table',
    given: { operationId: randomUUID(), input: { attachment, fromTableId, toTableId } },
  }
}

/** The deletion of an attached connection with a static route, its bindings and the connection itself. */
export async function deletePlan(): Promise<Plan> {
  const { attachment, vpnConnectionId, tables } = await attachedSample()
  await createRouteEntry(
    ACCESS,
    {
      transitRouterRouteTableId: tables[0]!,
      transitRouterRouteEntryDestinationCidrBlock: '198.51.100.0/24',
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

async function attachedSample() {
  const { cenId, form } = await sampleAttach('')
  const { regionId, transitRouterId } = form
  const router = { cenId, regionId, transitRouterId }
  const tables = (await listRouteTables(ACCESS, { transitRouterId })).map(
    ({ transitRouterRouteTableId }) => transitRouterRouteTableId,
  )
  for (const { status, resourceId, transitRouterAttachmentId } of await listVpnAttachments(
    ACCESS,
    router,
  )) {
    const attachment = { ...router, transitRouterAttachmentId }
    const reviewed = await listDependents(ACCESS, attachment)
    const isWhole = reviewed.associations.length === 1 && reviewed.propagations.length > 0
    if (status === 'Attached' && isWhole)
      return { attachment, reviewed, tables, vpnConnectionId: resourceId }
  }
  throw new Error('The sample world has no attached connection.')
}
