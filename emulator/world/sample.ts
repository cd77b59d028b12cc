import { singleTunnelSetting } from '../connections/single-tunnel'
import { accounts } from '../state/accounts'
import type { TransitRouter } from '../state/cen-records'
import { addHangzhou, addSingapore } from './asia'
import { addAttachment, addCen, addRouter, type Builder, learned } from './builder'
import { addFrankfurt } from './frankfurt'
import { addLondon } from './london'
import { addConnection, addGateway, type TunnelPlan } from './vpn-builder'

/** A company with a backbone over three regions, a laboratory, and a partner. */
export function addSample(b: Builder): void {
  const [main = 0, partner = 0] = accounts.map(({ uid }) => uid)
  const backbone = addCen(
    b,
    main,
    'global-backbone',
    'Data centres and cloud networks of all regions',
  )
  b.state.cens.patch(backbone, { tags: [{ Key: 'owner', Value: 'network-team' }] })
  const frankfurt = addFrankfurt(b, main, backbone)
  const hangzhou = addHangzhou(b, main, backbone)
  const singapore = addSingapore(b, main, backbone)
  connect(b, frankfurt, hangzhou, ['10.100.0.0/16'], ['10.10.0.0/16', '10.30.0.0/22'])
  connect(b, frankfurt, singapore, ['10.140.0.0/16'], ['10.11.0.0/16'])

  // A router without a CIDR block: nothing can be attached to it yet.
  const laboratory = addCen(b, main, 'laboratory')
  addRouter(b, laboratory, { name: 'lab-router', region: 'ap-southeast-1' })
  addLondon(b, main, laboratory)
  // Here the cloud makes dual-tunnel connections only, as by 2026 Alibaba Cloud does everywhere.
  b.state.settings.put({ id: singleTunnelSetting('eu-west-1'), value: false })

  addPartner(b, partner, { CenId: backbone, CenOwnerId: main })
}

/** An inter-region connection, one attachment on either side. */
function connect(
  b: Builder,
  here: TransitRouter,
  there: TransitRouter,
  fromThere: readonly string[],
  fromHere: readonly string[],
): void {
  for (const [from, to, prefixes] of [
    [here, there, fromThere],
    [there, here, fromHere],
  ] as const) {
    const table = b.state.routeTables.first(
      ({ TransitRouterId, TransitRouterRouteTableType }) =>
        TransitRouterId === from.id && TransitRouterRouteTableType === 'System',
    )
    addAttachment(b, from, {
      name: `to-${to.TransitRouterName}`,
      type: 'TR',
      resource: to.id,
      owner: to.owner,
      region: to.RegionId,
      bandwidth: 100,
      prefixes: prefixes.map((cidr) => ({ ...learned(cidr), origin: 'System' })),
      table,
      propagate: [table],
    })
  }
}

/** The partner: one connection granted to the backbone, one not, and a CEN instance of its own. */
function addPartner(b: Builder, owner: number, to: { CenId: string; CenOwnerId: number }): void {
  const region = 'eu-central-1'
  const connection = (name: string, tunnel: TunnelPlan) =>
    addConnection(b, { name, owner, region, bgp: true, tunnels: [tunnel], days: 20 })
  const granted = connection('rotterdam-port', {
    gateway: addGateway(b, owner, region, 'rotterdam-fw', '198.51.100.200', 65200),
    cidr: '169.254.200.0/30',
    learns: [learned('192.168.200.0/24', '65200')],
  })
  connection('antwerp-depot', {
    gateway: addGateway(b, owner, region, 'antwerp-fw', '198.51.100.201', 65201),
    cidr: '169.254.201.0/30',
  })
  b.state.grants.put({
    ...to,
    id: `${granted.id}/${to.CenId}`,
    InstanceId: granted.id,
    InstanceOwnerId: owner,
    InstanceType: 'VPN',
    RegionId: region,
    OrderType: 'PayByCenOwner',
    createdAt: b.age(10),
  })
  const cen = addCen(b, owner, 'partner-logistics')
  addRouter(b, cen, { name: 'partner-frankfurt', region, cidr: '10.250.0.0/20' })
}
