import 'server-only'
import { z } from 'zod'

import { formerNames } from '@/lib/audit/former-names'
import { callCbn, callVpc } from '@/lib/cloud/client'
import { list, text, wrapped } from '@/lib/cloud/shape'
import { Failure } from '@/lib/failure/errors'
import { kindOf, type NamedObject, type ObjectKind, type ObjectRef } from '@/lib/objects/schema'
import type { Access } from '@/lib/request/access'

/** Calls on the way at once: names are looked up beside what a page is about. */
const AT_ONCE = 4

type Found = Omit<NamedObject, 'id' | 'regionId'>

const router = z.object({ transitRouterName: text, cenId: text })
const routers = z.object({ transitRouters: list(router) })
const attachments = z.object({
  transitRouterAttachments: list(
    z.object({ transitRouterAttachmentName: text, cenId: text, transitRouterId: text }),
  ),
})
const tables = z.object({
  transitRouterRouteTables: list(
    z.object({ transitRouterRouteTableName: text, transitRouterId: text }),
  ),
})
const named = z.object({ name: text })
const cens = z.object({ cens: wrapped('cen', named) })
const gateways = z.object({ customerGateways: wrapped('customerGateway', named) })

const routerOf = async (access: Access, transitRouterId: string) =>
  (await callCbn(access, 'listTransitRouters', { transitRouterId }, routers)).transitRouters[0]

/** Each by a call that takes the id alone; a list of all would cost what the account holds. */
const LOOK_UP: Record<
  ObjectKind,
  (access: Access, ref: ObjectRef) => Promise<Found | undefined> | undefined
> = {
  instance: async (access, { id }) => {
    const filter = [{ key: 'CenId', value: [id] }]
    return (await callCbn(access, 'describeCens', { filter }, cens)).cens[0]
  },
  transitRouter: async (access, { id }) => {
    const found = await routerOf(access, id)
    return found && { name: found.transitRouterName, cenId: found.cenId }
  },
  attachment: async (access, { id, regionId }) => {
    const request = { transitRouterAttachmentId: id, ...(regionId && { regionId }) }
    const answer = await callCbn(access, 'listTransitRouterVpnAttachments', request, attachments)
    const [found] = answer.transitRouterAttachments
    if (!found) return undefined
    const { transitRouterAttachmentName: name, ...where } = found
    return { name, ...where }
  },
  routeTable: async (access, { id }) => {
    const request = { transitRouterRouteTableIds: [id] }
    const answer = await callCbn(access, 'listTransitRouterRouteTables', request, tables)
    const [found] = answer.transitRouterRouteTables
    if (!found) return undefined
    const { transitRouterRouteTableName: name, transitRouterId } = found
    const its = await routerOf(access, transitRouterId)
    return { name, transitRouterId, ...(its && { cenId: its.cenId }) }
  },
  connection: (access, { id: vpnConnectionId, regionId }) =>
    regionId
      ? callVpc(access, regionId, 'describeVpnConnection', { regionId, vpnConnectionId }, named)
      : undefined,
  customerGateway: (access, { id: customerGatewayId, regionId }) =>
    regionId
      ? callVpc(
          access,
          regionId,
          'describeCustomerGateways',
          { regionId, customerGatewayId },
          gateways,
        ).then((answer) => answer.customerGateways[0])
      : undefined,
}

/** What the account's objects are called: what cannot be read stays without a name, or has the last one that the audit tells. */
export async function nameObjects(
  access: Access,
  refs: readonly ObjectRef[],
): Promise<NamedObject[]> {
  // An id alone does not tell where it lies: who is limited reads ids.
  if (access.person?.limits) return [...refs]
  const former = await formerNames(
    access,
    refs.map(({ id }) => id),
  )
  const objects: NamedObject[] = []
  const waiting = [...refs]
  const work = async () => {
    for (let ref = waiting.shift(); ref; ref = waiting.shift()) {
      const found = await lookUp(access, ref)
      const name = found?.name || former.get(ref.id)
      objects.push({ ...ref, ...found, ...(name && { name }) })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return objects
}

async function lookUp(access: Access, ref: ObjectRef): Promise<Found | undefined> {
  const kind = kindOf(ref.id)
  try {
    return kind && (await LOOK_UP[kind](access, ref))
  } catch (error) {
    // A page tells ids where there are no names.
    if (error instanceof Failure) return undefined
    throw error
  }
}
