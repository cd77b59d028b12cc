import 'server-only'
import { listVpnAttachments } from '@/lib/attachments/cloud'
import type { Settings } from '@/lib/connection-edit/settings'
import { CloudError } from '@/lib/failure/errors'
import { listVcoRouteEntries } from '@/lib/ipsec-connections/route-entries'
import { type IpsecConnection, isLearned } from '@/lib/ipsec-connections/schema'
import type { Access } from '@/lib/request/access'
import { listPropagations } from '@/lib/route-tables/bindings'
import { listRouteEntries, listRouteTables } from '@/lib/route-tables/cloud'
import { differenceOf, type PrefixChange } from '@/lib/route-tables/difference'
import type { ForwardingEntry } from '@/lib/route-tables/longest-match'
import type { RouteEntry } from '@/lib/route-tables/schema'

/** What an edit changes in one route table that learns from the connection. */
export interface TableChange {
  transitRouterRouteTableId: string
  name: string
  /** Without what stays. */
  changes: Pick<PrefixChange, 'prefix' | 'outcome' | 'partly'>[]
}

/**
 * What an edit changes in the route tables that learn from the connection: with Flow Protection the cloud
 * publishes a route to each peer block by itself, and without BGP nothing is learned any more.
 * @returns undefined where the tables cannot be read, as those of another account.
 */
export async function prefixChanges(
  access: Access,
  connection: IpsecConnection,
  { before, after }: { before: Settings; after: Settings },
): Promise<TableChange[] | undefined> {
  const { attachType, attachInstanceId: cenId, transitRouterId, regionId } = connection
  if (attachType !== 'CEN') return []
  const [blocksBefore, blocksAfter] = [peerBlocks(before), peerBlocks(after)]
  const endsBgp =
    before['connection.enableBgp'] === 'true' && after['connection.enableBgp'] !== 'true'
  const added = blocksAfter.filter((block) => !blocksBefore.includes(block))
  const withdrawn = blocksBefore.filter((block) => !blocksAfter.includes(block))
  if (added.length === 0 && withdrawn.length === 0 && !endsBgp) return []
  try {
    const { vpnConnectionId } = connection
    const learned = endsBgp
      ? (await listVcoRouteEntries(access, { regionId, vpnConnectionId })).filter(isLearned)
      : []
    const removed = new Set([...withdrawn, ...learned.map(({ routeDest }) => routeDest)])
    const attachments = await listVpnAttachments(access, { cenId, regionId, transitRouterId })
    const attachment = attachments.find(({ resourceId }) => resourceId === vpnConnectionId)
    if (!attachment) return undefined
    const { transitRouterAttachmentId } = attachment
    const [tables, propagations] = await Promise.all([
      listRouteTables(access, { transitRouterId }),
      listPropagations(access, { transitRouterId, transitRouterAttachmentId }),
    ])
    return await Promise.all(
      propagations.map(async ({ transitRouterRouteTableId }) => {
        const now = await listRouteEntries(access, { transitRouterRouteTableId })
        const isTaken = (entry: RouteEntry) =>
          entry.transitRouterRouteEntryNextHopId === transitRouterAttachmentId &&
          entry.transitRouterRouteEntryType !== 'Static' &&
          removed.has(entry.transitRouterRouteEntryDestinationCidrBlock)
        const published = added.map((block) =>
          entryFor(block, transitRouterAttachmentId, connection),
        )
        const then = [...now.filter((entry) => !isTaken(entry)), ...published]
        const table = tables.find(
          (each) => each.transitRouterRouteTableId === transitRouterRouteTableId,
        )
        return {
          transitRouterRouteTableId,
          name: table?.transitRouterRouteTableName || transitRouterRouteTableId,
          // Whose traffic it is does not matter here: no attachment has the empty id.
          changes: differenceOf(now, then, '')
            .changes.filter(({ outcome }) => outcome !== 'kept')
            .map(({ prefix, outcome, partly }) => ({ prefix, outcome, partly })),
        }
      }),
    )
  } catch (error) {
    if (error instanceof CloudError) return undefined
    throw error
  }
}

/** The blocks of the other side that the cloud publishes; none with Destination Routing. */
function peerBlocks(settings: Settings): string[] {
  const lists = [settings['connection.localSubnet'], settings['connection.remoteSubnet']]
  if (lists.every((list) => list === '0.0.0.0/0')) return []
  return (lists[1] ?? '').split(',').filter(Boolean)
}

const entryFor = (
  block: string,
  attachmentId: string,
  { vpnConnectionId }: IpsecConnection,
): ForwardingEntry => ({
  transitRouterRouteEntryDestinationCidrBlock: block,
  transitRouterRouteEntryStatus: 'Active',
  transitRouterRouteEntryNextHopId: attachmentId,
  transitRouterRouteEntryNextHopType: 'Attachment',
  transitRouterRouteEntryNextHopResourceId: vpnConnectionId,
  transitRouterRouteEntryNextHopResourceType: 'VPN',
})
