import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Site } from '@/emulator/gateways/real/site'
import type { VpnConnection } from '@/emulator/state/vpn-records'

import { fillIn, type Values } from './cloud'
import { missing, ping } from './lab'
import { LAN, type Rehearsal, rehearse, VPC } from './rehearsal'

const isUp = ({ tunnels }: VpnConnection) =>
  tunnels.every(
    ({ Status, BgpStatus }) => Status === 'ipsec_sa_established' && BgpStatus === 'success',
  )
const learns = (block: string) => (record: VpnConnection) =>
  record.tunnels.some(({ learned }) => learned.some(({ cidr }) => cidr === block))

describe.skipIf(missing)('what the console writes, with real gateways', () => {
  let lab: Rehearsal
  beforeAll(async () => (lab = await rehearse()))
  afterAll(() => lab.stop())

  /** A tunnel of the form with BGP in a block of its own. */
  async function bgpTunnel(tunnel: Values['tunnels'][0], address: string, block: number) {
    const customerGatewayId = await lab.cloud.customerGateway(address, 65_010)
    const bgp = {
      tunnelCidr: `169.254.${block}.0/30`,
      localBgpIp: `169.254.${block}.1`,
      localAsn: '45104',
    }
    Object.assign(tunnel, { customerGatewayId, psk: `Tunnel-in_block.${block}`, bgp })
  }

  /** Traffic from a host of the site to one of the VPC, and the other way. */
  async function flows(id: string, { lan, hosts }: Site): Promise<boolean> {
    await ping(lan, VPC.host)
    await ping(lab.real.hostsBehind(id)[0]!.machine, hosts()[0]!, VPC.host)
    return true
  }

  it('brings the routes of both ends, and their traffic; a change of the table takes both away', async () => {
    const values = fillIn((all) => (all.enableBgp = true))
    await bgpTunnel(values.tunnels[0], '203.0.113.20', 11)
    const { record, peer, attachmentId } = await lab.cloud.attach('one tunnel', values)
    const { site } = await lab.site(peer)
    await lab.says(record.id, 'the tunnel and BGP are up', isUp)
    await lab.says(record.id, 'the network of the site is learned', learns(LAN.block))
    expect(lab.record(record.id).tunnels[0]!.learned).toEqual([
      { cidr: LAN.block, asPath: ['65010'], communities: [] },
    ])
    expect(await flows(record.id, site)).toBe(true)
    // The custom table knows no VPC.
    await lab.cloud.running.main.cbn('ReplaceTransitRouterRouteTableAssociation', {
      TransitRouterAttachmentId: attachmentId,
      TransitRouterRouteTableId: lab.cloud.network.custom,
    })
    lab.cloud.running.advance(20)
    await lab.silent(site.lan, VPC.host)
    await site.stop()
    await lab.says(
      record.id,
      'the tunnel is seen as down',
      ({ tunnels }) => tunnels[0]!.Status === 'ike_sa_not_established',
    )
  })

  it('keeps traffic on the other tunnel when one is pulled', async () => {
    const values = fillIn((all) => Object.assign(all, { enableBgp: true, tunnelMode: 'dual' }))
    await bgpTunnel(values.tunnels[0], '203.0.113.31', 21)
    await bgpTunnel(values.tunnels[1], '203.0.113.32', 22)
    const { record, peer } = await lab.cloud.attach('two tunnels', values)
    const { site } = await lab.site(peer, { lans: ['192.168.2.0/24'] })
    await lab.says(record.id, 'both tunnels and both sessions are up', isUp)
    await lab.says(record.id, 'both learn the network', ({ tunnels }) =>
      tunnels.every(({ learned }) => learned.length > 0),
    )
    expect(await flows(record.id, site)).toBe(true)
    const [pulled] = lab.real.gatewaysOf(record.id)
    await pulled!.machine.must('ip link set eth0 down')
    await lab.says(
      record.id,
      'the pulled tunnel is down',
      ({ tunnels }) => tunnels[0]!.Status === 'ike_sa_not_established',
    )
    await site.device.machine.must(
      `for i in $(seq 300); do swanctl --list-sas --ike cen-101 | grep -q INSTALLED || exit 0; sleep 0.1; done; exit 1`,
    )
    expect(await flows(record.id, site)).toBe(true)
    await pulled!.machine.must('ip link set eth0 up; ip route replace default dev eth0')
    await lab.says(record.id, 'the site has brought it up again by itself', isUp)
    await site.stop()
  })

  // Each with a network of its own: a site that was stopped is believed to be there until its tunnel has been missed.
  it('names both ends by domain names', async () => {
    const values = fillIn((all) => (all.enableBgp = true))
    await bgpTunnel(values.tunnels[0], '203.0.113.41', 31)
    Object.assign(values.tunnels[0].ike, {
      localId: 'cloud.example.com',
      remoteId: 'site-4.example.com',
    })
    const { record, peer } = await lab.cloud.attach('names', values)
    const { site } = await lab.site(peer, { lans: ['192.168.3.0/24'] })
    await lab.says(record.id, 'up', isUp)
    expect(await flows(record.id, site)).toBe(true)
    await site.stop()
  })

  it('works from behind NAT', async () => {
    const values = fillIn((all) => (all.enableBgp = true))
    await bgpTunnel(values.tunnels[0], '203.0.113.51', 41)
    const { record, peer } = await lab.cloud.attach('behind NAT', values)
    const { site } = await lab.site(peer, {
      ownAddress: '10.200.0.2',
      lans: ['192.168.4.0/24'],
    })
    await lab.says(record.id, 'up', isUp)
    expect(await flows(record.id, site)).toBe(true)
    await site.stop()
  })

  it.each(['ikev2', 'ikev1'] as const)(
    'carries several pairs of blocks with %s',
    async (ikeVersion) => {
      const address = ikeVersion === 'ikev2' ? '203.0.113.61' : '203.0.113.62'
      const customerGatewayId = await lab.cloud.customerGateway(address)
      // Of its own: a route without BGP stays in the table when its tunnel is down.
      const net = ikeVersion === 'ikev2' ? '192.168.20' : '192.168.30'
      const lans = [`${net}.0/25`, `${net}.128/25`]
      const values = fillIn((all) => {
        Object.assign(all, {
          routingMode: 'flow',
          localSubnet: `${VPC.block}, 10.77.0.0/16`,
          remoteSubnet: lans.join(', '),
        })
        Object.assign(all.tunnels[0], { customerGatewayId, psk: 'Flows-and_pairs.123' })
        all.tunnels[0].ike.ikeVersion = ikeVersion
      })
      const { record, peer } = await lab.cloud.attach(`flows ${ikeVersion}`, values)
      const { site } = await lab.site(peer, { lans })
      await lab.says(
        record.id,
        'up',
        ({ tunnels }) => tunnels[0]!.Status === 'ipsec_sa_established',
      )
      expect(await flows(record.id, site)).toBe(true)
      await ping(site.lan, VPC.host, `${net}.133`)
      await site.stop()
    },
  )
})
