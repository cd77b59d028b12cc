import fc from 'fast-check'
import { expect, test } from 'vitest'

import { merged } from '../connections/tunnel'
import { negotiate } from '../gateways/played/device'
import { newState } from '../state/state'
import type { Device, Tunnel, VpnConnection } from '../state/vpn-records'
import { newBuilder } from '../world/builder'
import { addConnection, addGateway } from '../world/vpn-builder'

const state = newState()
const b = newBuilder(state, 0)
const gateway = addGateway(b, 1, 'eu-central-1', 'device', '203.0.113.1', 65001)
const connection = addConnection(b, {
  name: 'any',
  owner: 1,
  region: 'eu-central-1',
  bgp: true,
  local: '10.0.0.0/16',
  remote: '192.168.0.0/16,172.16.0.0/20',
  tunnels: [{ gateway, cidr: '169.254.9.0/30' }],
})
const [tunnel] = connection.tunnels
if (!tunnel) throw new Error('a connection has a tunnel')

const cipher = fc.constantFrom('aes', 'aes192', 'aes256', 'des', '3des')
const digest = fc.constantFrom('md5', 'sha1', 'sha256', 'sha384', 'sha512')
const group = fc.constantFrom('group1', 'group2', 'group5', 'group14')
const some = <T extends Record<string, unknown>>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(fields, { requiredKeys: [] })
const device: fc.Arbitrary<Device> = fc.record(
  {
    id: fc.constant(gateway),
    answers: fc.boolean(),
    learned: fc.constant([]),
    psk: fc.string({ minLength: 1, maxLength: 20 }),
    ike: some({ IkeEncAlg: cipher, IkeAuthAlg: digest, IkePfs: group }),
    ipsec: some({
      IpsecEncAlg: cipher,
      IpsecAuthAlg: digest,
      IpsecPfs: fc.oneof(group, fc.constant('disabled')),
    }),
    ownId: fc.constantFrom('203.0.113.1', 'site.example.net', '10.0.0.1'),
    localSubnet: fc.constantFrom('192.168.7.0/24', '172.16.1.0/24,10.9.0.0/16', '10.77.0.0/16'),
    remoteSubnet: fc.constantFrom('10.0.0.0/8', '10.0.3.0/24', '10.1.0.0/16'),
    asn: fc.constantFrom(65001, 65002),
  },
  { requiredKeys: ['id', 'answers', 'learned'] },
)
const version = fc.constantFrom('ikev1', 'ikev2')

const meet = (its: Device, of: VpnConnection, by: Tunnel) => negotiate(state, of, by, its)

test('a tunnel is up exactly when nothing is named that keeps it down, and BGP only with it', () => {
  fc.assert(
    fc.property(device, version, (its, IkeVersion) => {
      const { Status, trouble, BgpStatus } = meet(its, connection, {
        ...tunnel,
        ike: { ...tunnel.ike, IkeVersion },
      })
      expect(Status === 'ipsec_sa_established').toBe(trouble === undefined)
      const speaks = trouble === undefined && (its.asn ?? 65001) === 65001
      expect(BgpStatus).toBe(speaks ? 'success' : 'failed')
    }),
  )
})

test('whatever a device is set to, the cloud set to the same brings the tunnel up', () => {
  fc.assert(
    fc.property(device, version, (its, IkeVersion) => {
      const same: Tunnel = {
        ...tunnel,
        ike: {
          ...merged(tunnel.ike, its.ike),
          IkeVersion,
          Psk: its.psk ?? tunnel.ike.Psk,
          RemoteId: its.ownId ?? '',
        },
        ipsec: merged(tunnel.ipsec, its.ipsec),
      }
      const agreeing: VpnConnection = {
        ...connection,
        LocalSubnet: its.remoteSubnet ?? connection.LocalSubnet,
        RemoteSubnet: its.localSubnet ?? connection.RemoteSubnet,
      }
      expect(meet(its, agreeing, same).trouble).toBe(its.answers ? undefined : 'silent')
    }),
  )
})

test('a device that is set to nothing of its own follows whatever the cloud is set to', () => {
  fc.assert(
    fc.property(cipher, digest, group, version, (IkeEncAlg, IkeAuthAlg, IkePfs, IkeVersion) => {
      const ike = { ...tunnel.ike, IkeEncAlg, IkeAuthAlg, IkePfs, IkeVersion }
      expect(
        meet({ id: gateway, answers: true, learned: [] }, connection, { ...tunnel, ike }),
      ).toEqual({ Status: 'ipsec_sa_established', BgpStatus: 'success', trouble: undefined })
    }),
  )
})
