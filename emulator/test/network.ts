import type { VpnConnection } from '../state/vpn-records'
import { newBuilder } from '../world/builder'
import { addConnection, addGateway, type TunnelPlan } from '../world/vpn-builder'
import { field, type Running } from './start'

export const region = 'eu-central-1'
const main = 1_000_000_000_000_001

/** A CEN instance with an active router, a CIDR block and its system and one custom table, made through the API. */
export async function buildNetwork(running: Running) {
  const { cbn } = running.main
  const CenId = field(await cbn('CreateCen', { Name: 'network' }), 'CenId')
  running.advance(10)
  const TransitRouterId = field(
    await cbn('CreateTransitRouter', { CenId, RegionId: region }),
    'TransitRouterId',
  )
  running.advance(10)
  await cbn('CreateTransitRouterCidr', {
    RegionId: region,
    TransitRouterId,
    Cidr: '10.255.0.0/20',
  })
  await cbn('CreateTransitRouterRouteTable', {
    TransitRouterId,
    TransitRouterRouteTableName: 'custom',
  })
  running.advance(10)
  const [system = '', custom = ''] = running.emulator.state.routeTables
    .where((table) => table.TransitRouterId === TransitRouterId)
    .map(({ id }) => id)
  return { CenId, TransitRouterId, system, custom }
}

/** An unattached connection. Without tunnels given it has one, without BGP. */
export function connect(
  running: Running,
  name: string,
  plan: {
    owner?: number
    region?: string
    bgp?: boolean
    dual?: boolean
    network?: 'public' | 'private'
    local?: string
    remote?: string
    routes?: string[]
    tunnel?: Omit<TunnelPlan, 'gateway'>
  } = {},
): VpnConnection {
  const { owner = main, region: where = region, dual = false, tunnel = {}, ...rest } = plan
  const b = newBuilder(running.emulator.state, running.emulator.clock.now())
  const gateway = addGateway(b, owner, where, name, '203.0.113.1', 65001)
  const tunnels = dual
    ? [
        { gateway, ...tunnel },
        { gateway, ...tunnel },
      ]
    : [{ gateway, ...tunnel }]
  return addConnection(b, { ...rest, name, owner, region: where, tunnels })
}

/** Attaches a connection and waits until it is Attached; gives the attachment's id. */
export async function attach(
  running: Running,
  TransitRouterId: string,
  connection: VpnConnection,
): Promise<string> {
  const answer = await running.main.cbn('CreateTransitRouterVpnAttachment', {
    RegionId: connection.RegionId,
    TransitRouterId,
    VpnId: connection.id,
    ...(!connection.dual && { Zone: [{ ZoneId: 'eu-central-1a' }] }),
    TransitRouterAttachmentName: connection.Name,
  })
  running.advance(20)
  return field(answer, 'TransitRouterAttachmentId')
}

/** Associates and propagates an attachment with a table, to the end. */
export async function route(running: Running, attachmentId: string, tableId: string) {
  const ids = { TransitRouterAttachmentId: attachmentId, TransitRouterRouteTableId: tableId }
  await running.main.cbn('AssociateTransitRouterAttachmentWithRouteTable', ids)
  running.advance(20)
  await running.main.cbn('EnableTransitRouterRouteTablePropagation', ids)
  running.advance(20)
}
