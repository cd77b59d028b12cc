import type { TransitRouter } from '../state/cen-records'
import type { Device } from '../state/vpn-records'
import { addRouter, type Builder, learned } from './builder'
import { addDevice, addGateway, addVpn } from './vpn-builder'

const region = 'eu-west-1'

/** London: a laboratory of data centres whose devices are set otherwise than the cloud, each in one way. The README lists them. */
export function addLondon(b: Builder, owner: number, cenId: string): TransitRouter {
  const { router, tables } = addRouter(b, cenId, {
    name: 'london-lab',
    region,
    cidr: '10.252.0.0/20',
  })
  const routing = { table: tables['system'], propagate: [tables['system']] }
  const gateway = (
    name: string,
    host: number,
    device: Partial<Omit<Device, 'id'>>,
    asn?: number,
  ): string => addDevice(b, addGateway(b, owner, region, name, `198.51.100.${host}`, asn), device)
  const vpn = (
    name: string,
    tunnels: Parameters<typeof addVpn>[2]['tunnels'],
    more: Partial<Parameters<typeof addVpn>[2]> = {},
  ) => addVpn(b, router, { name, owner, region, tunnels, days: 12, ...more }, routing)

  vpn('leeds-warehouse', [{ gateway: gateway('leeds-fw', 51, { psk: 'leeds-device-key' }) }])
  vpn('glasgow-office', [
    { gateway: gateway('glasgow-fw', 52, { ike: { IkeEncAlg: 'aes', IkePfs: 'group2' } }) },
  ])
  vpn('cardiff-plant', [{ gateway: gateway('cardiff-fw', 53, { ipsec: { IpsecEncAlg: 'aes' } }) }])
  vpn('belfast-depot', [{ gateway: gateway('belfast-fw', 54, { ownId: 'belfast.example.net' }) }])
  vpn(
    'bristol-lab',
    [
      {
        gateway: gateway('bristol-fw', 55, {
          localSubnet: '192.168.62.0/24',
          remoteSubnet: '10.60.0.0/16',
        }),
      },
    ],
    { local: '10.60.0.0/16', remote: '192.168.61.0/24' },
  )
  vpn(
    'york-dc',
    [
      {
        gateway: gateway(
          'york-edge-1',
          56,
          { learned: [learned('192.168.63.0/24', '65056')] },
          65_056,
        ),
        cidr: '169.254.56.0/30',
      },
      {
        gateway: gateway(
          'york-edge-2',
          57,
          { asn: 65_057, learned: [learned('192.168.63.0/24', '65057')] },
          65_056,
        ),
        cidr: '169.254.56.4/30',
      },
    ],
    { bgp: true },
  )
  // Attached just now, so that it is up until the first rekeying.
  vpn(
    'oxford-campus',
    [{ gateway: gateway('oxford-fw', 58, { ipsec: { IpsecPfs: 'disabled' } }) }],
    { ipsec: { IpsecLifetime: 3_600 }, days: 0 },
  )
  vpn('dover-port', [{ gateway: gateway('dover-fw', 59, { answers: false }) }])
  // Both ends agree, and the device follows whatever the cloud is set to.
  vpn(
    'cambridge-dc',
    [60, 61].map((host, index) => ({
      gateway: gateway(
        `cambridge-edge-${index + 1}`,
        host,
        { learned: [learned('192.168.64.0/23', '65060')] },
        65_060,
      ),
      cidr: `169.254.60.${8 + index * 4}/30`,
    })),
    { bgp: true },
  )
  return router
}
