import { z } from 'zod'

import { fail } from '../protocol/errors'
import type { Context } from '../protocol/operation'
import type { Tag } from '../state/cen-records'
import type { State } from '../state/state'
import type { Table } from '../state/table'

// Alibaba: TagResources of CBN, ResourceType; compared without case.
const types = [
  'Cen',
  'BandwidthPackage',
  'TransitRouter',
  'TransitRouterVpcAttachment',
  'TransitRouterVbrAttachment',
  'TransitRouterPeerAttachment',
  'TransitRouterVpnAttachment',
  'TransitRouterRouteTable',
  'Flowlog',
  'TransitRouterMulticastDomain',
] as const
type TaggableType = (typeof types)[number]

export const taggableType = () =>
  z.string().transform((word, context): TaggableType => {
    const type = types.find((known) => known.toLowerCase() === word.toLowerCase())
    if (type) return type
    context.addIssue('unknown')
    return z.NEVER
  })

export interface Taggable {
  readonly id: string
  readonly tags: readonly Tag[]
}

/** The caller's resources of a type, with a way to change their tags. Types the emulator lacks have none. */
export function taggables(context: Context, type: TaggableType) {
  const { state, account } = context
  const mine = ({ owner }: { owner: number }) => owner === account.uid
  const attachments = (kind: string) => ({
    all: state.attachments.where((record) => mine(record) && record.ResourceType === kind),
    set: setter(state, 'attachments'),
  })
  switch (type) {
    case 'Cen':
      return { all: state.cens.where(mine), set: setter(state, 'cens') }
    case 'TransitRouter':
      return { all: state.transitRouters.where(mine), set: setter(state, 'transitRouters') }
    case 'TransitRouterRouteTable':
      return {
        all: state.routeTables.where(
          ({ TransitRouterId }) => state.transitRouters.get(TransitRouterId)?.owner === account.uid,
        ),
        set: setter(state, 'routeTables'),
      }
    case 'TransitRouterVpnAttachment':
      return attachments('VPN')
    case 'TransitRouterVpcAttachment':
      return attachments('VPC')
    case 'TransitRouterVbrAttachment':
      return attachments('VBR')
    case 'TransitRouterPeerAttachment':
      return attachments('TR')
    case 'BandwidthPackage':
    case 'Flowlog':
    case 'TransitRouterMulticastDomain':
      return { all: [], set: () => {} }
  }
}

function setter(
  state: State,
  kind: 'cens' | 'transitRouters' | 'routeTables' | 'attachments',
): (id: string, tags: readonly Tag[]) => void {
  // Each of these kinds has tags; the union of their tables has no common patch.
  const table = state[kind] as unknown as Table<Taggable>
  return (id, tags) => table.patch(id, { tags })
}

/** The named resources of the type; refuses the call when one is not the caller's. Alibaba: RegionId but for Cen and BandwidthPackage. */
export function taggablesOf(
  context: Context,
  params: {
    ResourceType: TaggableType
    ResourceId: readonly string[]
    RegionId?: string | undefined
  },
) {
  requireRegion(params)
  const { all, set } = taggables(context, params.ResourceType)
  const known = new Map<string, Taggable>(all.map((record) => [record.id, record]))
  const resources = params.ResourceId.map(
    (id) => known.get(id) ?? fail('InvalidInstanceId.NotFound'),
  )
  return { resources, set }
}

export function requireRegion(params: {
  ResourceType: TaggableType
  RegionId?: string | undefined
}): void {
  const isGlobal = params.ResourceType === 'Cen' || params.ResourceType === 'BandwidthPackage'
  if (!isGlobal && !params.RegionId) fail('MissingParameter', 'The parameter RegionId is missing.')
}
