import { z } from 'zod'

import { fail } from '../protocol/errors'
import type { Context } from '../protocol/operation'
import type { Tag } from '../state/cen-records'
import type { Table } from '../state/table'

// Alibaba: TagResources of VPC, ResourceType. The last two are not on the page: the Terraform provider sends the one for
// IPsec connections, the other follows by analogy.
const types = [
  'VPC',
  'VSWITCH',
  'ROUTETABLE',
  'EIP',
  'VPNGATEWAY',
  'NATGATEWAY',
  'COMMONBANDWIDTHPACKAGE',
  'PREFIXLIST',
  'PUBLICIPADDRESSPOOL',
  'IPV4GATEWAY',
  'IPV6GATEWAY',
  'NETWORKACL',
  'TRAFFICMIRRORFILTER',
  'TRAFFICMIRRORSESSION',
  'FLOWLOG',
  'HAVIP',
  'DHCPOPTIONSSET',
  'GATEWAYENDPOINT',
  'IPV6ADDRESS',
  'VPNATTACHMENT',
  'CUSTOMERGATEWAY',
] as const

/** A kind of taggable resource, in any case. */
export const resourceType = () =>
  z
    .string()
    .transform((word) => word.toUpperCase())
    .pipe(z.enum(types))

/** Ids of resources to tag, at most 50. */
export const resourceIds = () => z.array(z.string()).min(1).max(50)

interface Taggable {
  readonly id: string
  readonly owner: number
  readonly RegionId: string
  readonly tags: readonly Tag[]
}

interface Params {
  RegionId: string
  ResourceType: (typeof types)[number]
}

function tableOf({ state }: Context, { ResourceType }: Params): Table<Taggable> | undefined {
  // Both kinds of record have these fields; only they are read and written.
  const tables: Partial<Record<(typeof types)[number], unknown>> = {
    VPNATTACHMENT: state.connections,
    CUSTOMERGATEWAY: state.customerGateways,
  }
  return tables[ResourceType] as Table<Taggable> | undefined
}

/** The caller's resources of a type in a region; types the emulator lacks have none. */
export function taggables(context: Context, params: Params): Taggable[] {
  return (
    tableOf(context, params)?.where(
      ({ owner, RegionId }) => owner === context.account.uid && RegionId === params.RegionId,
    ) ?? []
  )
}

/** Changes the tags of the named resources. Throws when one is not the caller's. */
export function retag(
  context: Context,
  params: Params & { ResourceId: readonly string[] },
  change: (tags: readonly Tag[]) => Tag[],
): void {
  const mine = new Map(taggables(context, params).map((record) => [record.id, record]))
  for (const id of params.ResourceId) {
    const { tags } = mine.get(id) ?? fail('InvalidInstanceId.NotFound')
    tableOf(context, params)?.patch(id, { tags: change(tags) })
  }
}
