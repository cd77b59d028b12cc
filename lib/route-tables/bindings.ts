import 'server-only'
import { z } from 'zod'

import { callCbn, type Write } from '@/lib/cloud/client'
import { tokenPages } from '@/lib/cloud/paginate'
import { list, nothing, text } from '@/lib/cloud/shape'
import type { Access } from '@/lib/request/access'
import { listRouteTables } from '@/lib/route-tables/cloud'
import type { AssociationParams, PropagationParams } from '@/lib/route-tables/params'
import type { Association, Propagation, TableBinding } from '@/lib/route-tables/schema'

const binding = z.object({
  transitRouterAttachmentId: text,
  transitRouterRouteTableId: text,
  resourceId: text,
  resourceType: text,
  status: text,
}) satisfies z.ZodType<Association & Propagation, unknown>

const associationPage = z.object({ transitRouterAssociations: list(binding), nextToken: text })

/** The associations of a route table or of an attachment, which has at most one. */
export const listAssociations = (
  access: Access,
  params: AssociationParams,
): Promise<Association[]> =>
  tokenPages(async (nextToken) => {
    const page = await callCbn(
      access,
      'listTransitRouterRouteTableAssociations',
      { ...params, maxResults: 100, nextToken },
      associationPage,
    )
    return { items: page.transitRouterAssociations, nextToken: page.nextToken }
  })

type BindingWrite = (access: Access, binding: TableBinding, write: Write) => Promise<void>

/** What is sent to tie an attachment to a table, or to loosen it, and what the audit names of it. */
const tie = (binding: TableBinding, write: Write) =>
  [{ ...binding, ...write }, nothing, 'transitRouterAttachmentId'] as const

/** Makes an attachment forward by a table; refused when it already forwards by one. */
export const associate: BindingWrite = (access, binding, write) =>
  callCbn(access, 'associateTransitRouterAttachmentWithRouteTable', ...tie(binding, write))

/** Ends an association: the attachment forwards nothing until it has another. */
export const dissociate: BindingWrite = (access, binding, write) =>
  callCbn(access, 'dissociateTransitRouterAttachmentFromRouteTable', ...tie(binding, write))

/** Moves the association of an attachment to another table, `transitRouterRouteTableId`, in one step. */
export const replaceAssociation: BindingWrite = (access, binding, write) =>
  callCbn(access, 'replaceTransitRouterRouteTableAssociation', ...tie(binding, write))

const propagationPage = z.object({ transitRouterPropagations: list(binding), nextToken: text })

const propagationsOf = (access: Access, params: Partial<TableBinding>): Promise<Propagation[]> =>
  tokenPages(async (nextToken) => {
    const page = await callCbn(
      access,
      'listTransitRouterRouteTablePropagations',
      { ...params, maxResults: 100, nextToken },
      propagationPage,
    )
    return { items: page.transitRouterPropagations, nextToken: page.nextToken }
  })

/**
 * The propagations into one route table, or into all tables of a router, all or of one attachment. The
 * API answers per table only, so a router costs a call per table.
 */
export async function listPropagations(
  access: Access,
  params: PropagationParams,
): Promise<Propagation[]> {
  if ('transitRouterRouteTableId' in params) return propagationsOf(access, params)
  const { transitRouterId, ...attachment } = params
  const tables = await listRouteTables(access, { transitRouterId })
  const each = tables.map(({ transitRouterRouteTableId }) =>
    propagationsOf(access, { ...attachment, transitRouterRouteTableId }),
  )
  return (await Promise.all(each)).flat()
}

/** Lets a table learn the routes of an attachment. */
export const enablePropagation: BindingWrite = (access, binding, write) =>
  callCbn(access, 'enableTransitRouterRouteTablePropagation', ...tie(binding, write))

/** Takes the routes of an attachment out of a table. */
export const disablePropagation: BindingWrite = (access, binding, write) =>
  callCbn(access, 'disableTransitRouterRouteTablePropagation', ...tie(binding, write))
