import 'server-only'
import { z } from 'zod'

import { keptForAnHour } from '@/lib/cloud/kept'
import { sendCbn, sendVpc } from '@/lib/cloud/send'
import { list, text } from '@/lib/cloud/shape'
import { AccessError, isNotFound } from '@/lib/failure/errors'
import type { Access } from '@/lib/people/access'
import { isWithin, type LimitName, type Limits } from '@/lib/people/limits'
import {
  isAttachmentId,
  isCenId,
  isConnectionId,
  isRouteTableId,
  isTransitRouterId,
} from '@/lib/text/ids'

/** Where something lies. What is attached to no CEN instance is limited by account and region alone. */
interface Place {
  cenId?: string
  regionId?: string
}

/**
 * Refuses what names anything outside of the limits of whoever asks: an account, a CEN instance, a region, or what lies
 * in one. `named`: an input or the fields of a call, at any depth; where an id lies the cloud is asked, never the input.
 * @throws AccessError `OutsideLimits`, also when there is no such thing; CloudError when it cannot be read
 */
export async function mustLieWithin(access: Access, named: unknown): Promise<void> {
  const limits = access.person?.limits
  if (!limits) return
  if (!isWithin(limits, 'profiles', access.profile)) throw new AccessError('OutsideLimits')
  if (!limits.cenIds && !limits.regionIds) return
  const all = { profile: access.profile }
  for (const id of idsIn(named))
    if (!isInside(limits, await placeOf(all, id))) throw new AccessError('OutsideLimits')
}

const isInside = (limits: Limits, { cenId, regionId }: Place): boolean =>
  (cenId === undefined || isWithin(limits, 'cenIds', cenId)) &&
  (regionId === undefined || isWithin(limits, 'regionIds', regionId))

/** Refuses what reaches beyond one of these limits by itself. @throws AccessError `OutsideLimits` */
export function mustReachAll({ person }: Access, ...names: LimitName[]): void {
  if (names.some((name) => person?.limits?.[name])) throw new AccessError('OutsideLimits')
}

interface NamedId {
  key: string
  id: string
  /** The region that stands beside it. */
  regionId: string | undefined
}

/** What people type into `LocalId` and `RemoteId` is an identity of IKE. */
const IDENTITY = /^(local|remote)Id$/i
const MOST_DEEP = 12

function* idsIn(value: unknown, key = '', regionId?: string, depth = 0): Generator<NamedId> {
  if (typeof value === 'string' && value !== '' && /ids?$/i.test(key) && !IDENTITY.test(key))
    yield { key, id: value, regionId }
  if (typeof value !== 'object' || value === null || depth > MOST_DEEP) return
  const own = (value as { regionId?: unknown }).regionId
  const beside = typeof own === 'string' ? own : regionId
  for (const [name, each] of Object.entries(value))
    yield* idsIn(each, Array.isArray(value) ? key : name, beside, depth + 1)
}

/** By its name, whatever the id looks like; an id under another name by what it looks like. */
async function placeOf(all: Access, { key, id, regionId }: NamedId): Promise<Place> {
  const is = (name: RegExp, looks: (id: string) => boolean) => name.test(key) || looks(id)
  if (/regionIds?$/i.test(key)) return { regionId: id }
  if (is(/cenIds?$/i, isCenId)) return { cenId: id }
  if (is(/transitRouterIds?$/i, isTransitRouterId)) return await placeOfRouter(all, id)
  if (is(/attachmentIds?$/i, isAttachmentId))
    return await placeOfRouter(all, await routerOfAttachment(all, id))
  if (is(/routeTableIds?$/i, isRouteTableId))
    return await placeOfRouter(all, await routerOfTable(all, id))
  if (regionId !== undefined && is(/^(vpn(Connection)?Id|instanceId)$/, isConnectionId))
    return await placeOfConnection(all, regionId, id)
  return {}
}

const found = <Value>(value: Value | undefined): Value => {
  if (value === undefined) throw new AccessError('OutsideLimits')
  return value
}

const routers = z.object({ transitRouters: list(z.object({ cenId: text, regionId: text })) })

/** A router stays where it is. */
const placeOfRouter = keptForAnHour('place of router', async (all, transitRouterId: string) => {
  const answer = await sendCbn(all, 'listTransitRouters', { transitRouterId }, routers)
  return found(answer.transitRouters[0])
})

const attachments = z.object({
  transitRouterAttachments: list(z.object({ transitRouterId: text })),
})
const LISTS = [
  'listTransitRouterVpnAttachments',
  'listTransitRouterVpcAttachments',
  'listTransitRouterVbrAttachments',
  'listTransitRouterPeerAttachments',
  'listTransitRouterEcrAttachments',
] as const

const routerOfAttachment = keptForAnHour(
  'router of attachment',
  async (all, transitRouterAttachmentId: string) => {
    for (const name of LISTS) {
      const answer = await sendCbn(all, name, { transitRouterAttachmentId }, attachments)
      const [attachment] = answer.transitRouterAttachments
      if (attachment) return attachment.transitRouterId
    }
    throw new AccessError('OutsideLimits')
  },
)

const tables = z.object({ transitRouterRouteTables: list(z.object({ transitRouterId: text })) })

const routerOfTable = keptForAnHour('router of route table', async (all, id: string) => {
  const asked = { transitRouterRouteTableIds: [id] }
  const answer = await sendCbn(all, 'listTransitRouterRouteTables', asked, tables)
  return found(answer.transitRouterRouteTables[0]).transitRouterId
})

const binding = z.object({ attachType: text, attachInstanceId: text })

/** What a connection is attached to changes. One that the account does not have is another's: the cloud judges it. */
async function placeOfConnection(all: Access, regionId: string, id: string): Promise<Place> {
  try {
    const asked = { regionId, vpnConnectionId: id }
    return bound(await sendVpc(all, regionId, 'describeVpnConnection', asked, binding))
  } catch (error) {
    if (isNotFound(error)) return {}
    throw error
  }
}

/** Where a connection lies by what it is attached to. */
export const bound = ({ attachType, attachInstanceId }: z.infer<typeof binding>): Place =>
  attachType === 'CEN' ? { cenId: attachInstanceId } : {}

/** Those of a list that lie within the limits of whoever asks. */
export function within<Item>(
  { person }: Access,
  items: Item[],
  place: (item: Item) => Place,
): Item[] {
  const limits = person?.limits
  return limits ? items.filter((item) => isInside(limits, place(item))) : items
}
