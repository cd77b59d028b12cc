import { type Block, block, contains, formatAddress, formatBlock, sizeOf } from '../net'
import { fail } from '../protocol/errors'
import { zonesOf } from '../regions'
import type { Attachment } from '../state/cen-records'
import { newId } from '../state/ids'
import type { Transaction } from '../state/transaction'
import type { VpnConnection } from '../state/vpn-records'
import { syncProtectedFlows } from './protected-flows'

// Addresses of public gateways: a documentation block first (RFC 5737), then the benchmark block (RFC 2544).
const publicPools = [block('192.0.2.0/24'), block('198.18.0.0/15')]

// Alibaba: the first VPN attachment reserves three sub-blocks of the CIDR block for VPN; the sample shows /28.
const reservedBlocks = 3
const reservedLength = 28

/** Takes what a new VPN attachment needs of its router's CIDR blocks: the reserved sub-blocks once, an address for each private tunnel. */
export function allocateGateway(
  change: Transaction,
  attachment: Attachment,
  connection: VpnConnection,
) {
  const { state } = change
  const cidrs = state.cidrs.where(
    ({ TransitRouterId }) => TransitRouterId === attachment.TransitRouterId,
  )
  const mine = state.allocations.where(
    ({ TransitRouterId }) => TransitRouterId === attachment.TransitRouterId,
  )
  const taken = mine.map(({ AllocatedCidrBlock }) => block(AllocatedCidrBlock))
  const take = (length: number, AttachmentId: string, DedicatedOwnerId: '' | 'VPN') => {
    for (const cidr of cidrs) {
      const free = firstFree(block(cidr.Cidr), length, taken)
      if (!free) continue
      taken.push(free)
      state.allocations.put({
        id: newId('alloc'),
        TransitRouterId: attachment.TransitRouterId,
        TransitRouterCidrId: cidr.id,
        AllocatedCidrBlock: formatBlock(free),
        AttachmentId,
        DedicatedOwnerId,
      })
      return
    }
    fail('OperationFailed.AllocateCidrFailed')
  }
  if (!mine.some(({ DedicatedOwnerId }) => DedicatedOwnerId === 'VPN'))
    for (let n = 0; n < reservedBlocks; n += 1) take(reservedLength, '', 'VPN')
  if (connection.NetworkType === 'private')
    for (let n = 0; n < connection.tunnels.length; n += 1) take(32, attachment.id, '')
}

function firstFree(outer: Block, length: number, taken: readonly Block[]): Block | undefined {
  if (length < outer.length) return undefined
  const step = sizeOf(length)
  for (let start = outer.start; start < outer.start + sizeOf(outer.length); start += step) {
    const hit = taken.find(
      (used) => contains(used, { start, length }) || contains({ start, length }, used),
    )
    if (!hit) return { start, length }
    start = Math.max(start, hit.start + sizeOf(hit.length) - step)
  }
  return undefined
}

/** Binds the connection of an attachment that is now Attached: gateway addresses, zones, and the routes of flow protection. */
export function bindConnection(
  change: Transaction,
  attachmentId: string,
): VpnConnection | undefined {
  const { state } = change
  const attachment = state.attachments.get(attachmentId)
  const connection =
    attachment?.ResourceType === 'VPN' ? state.connections.get(attachment.ResourceId) : undefined
  if (!attachment || !connection) return undefined
  const addresses = gatewayAddresses(change, attachment, connection)
  const zones = zonesFor(attachment, connection)
  const bound = state.connections.put({
    ...connection,
    State: 'attached',
    tunnels: connection.tunnels.map((tunnel, index) => ({
      ...tunnel,
      State: 'active',
      InternetIp: addresses[index] ?? '',
      ZoneNo: zones[index % zones.length] ?? '',
    })),
  })
  syncProtectedFlows(change, bound)
  return bound
}

function gatewayAddresses(
  change: Transaction,
  attachment: Attachment,
  connection: VpnConnection,
): string[] {
  if (connection.NetworkType === 'private')
    return change.state.allocations
      .where(({ AttachmentId }) => AttachmentId === attachment.id)
      .map(({ AllocatedCidrBlock }) => AllocatedCidrBlock.replace('/32', ''))
  const used = new Set(
    change.state.connections
      .all()
      .flatMap(({ tunnels }) => tunnels.map((tunnel) => tunnel.InternetIp)),
  )
  const addresses: string[] = []
  for (const pool of publicPools)
    for (
      let n = 1;
      n < sizeOf(pool.length) - 1 && addresses.length < connection.tunnels.length;
      n += 1
    ) {
      const address = formatAddress(pool.start + n)
      if (!used.has(address)) addresses.push(address)
    }
  return addresses
}

// Alibaba: the gateways of a dual-tunnel connection are in different zones where the region has several.
function zonesFor(attachment: Attachment, connection: VpnConnection): string[] {
  const chosen = attachment.zones.map(({ ZoneId }) => ZoneId)
  return chosen.length > 0 ? chosen : zonesOf(connection.RegionId).slice(0, 2)
}

/** Unbinds the connection of a VPN attachment: its gateway addresses, allocations and automatic routes go. */
export function releaseConnection(
  { state }: Transaction,
  attachmentId: string,
): VpnConnection | undefined {
  const attachment = state.attachments.get(attachmentId)
  if (attachment?.ResourceType !== 'VPN') return undefined
  const connection = state.connections.get(attachment.ResourceId)
  if (connection) {
    state.connections.put({
      ...connection,
      State: 'active',
      health: { ...connection.health, Status: '' },
      tunnels: connection.tunnels.map((tunnel) => ({
        ...tunnel,
        InternetIp: '',
        ZoneNo: '',
        Status: 'ike_sa_not_established',
        BgpStatus: 'failed',
      })),
    })
    for (const route of state.vcoRoutes.where(
      ({ VpnConnectionId }) => VpnConnectionId === connection.id,
    ))
      if (route.automatic) state.vcoRoutes.delete(route.id)
  }
  const { TransitRouterId } = attachment
  const isLast = !state.attachments.first(
    (other) =>
      other.id !== attachmentId &&
      other.ResourceType === 'VPN' &&
      other.TransitRouterId === TransitRouterId,
  )
  for (const allocation of state.allocations.where(
    (item) => item.TransitRouterId === TransitRouterId,
  ))
    if (
      allocation.AttachmentId === attachmentId ||
      (isLast && allocation.DedicatedOwnerId === 'VPN')
    )
      state.allocations.delete(allocation.id)
  return state.connections.get(attachment.ResourceId)
}
