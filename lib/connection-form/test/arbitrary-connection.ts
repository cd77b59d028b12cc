import fc from 'fast-check'

import type { ConnectionValues, TunnelValues } from '@/lib/connection-form/values'
import {
  AUTHENTICATION_ALGORITHMS,
  ENCRYPTION_ALGORITHMS,
  HEALTH_CHECK_POLICIES,
  IKE_GROUPS,
  IKE_MODES,
  IKE_VERSIONS,
  IPSEC_GROUPS,
  NETWORK_TYPES,
  ROUTING_MODES,
  TUNNEL_BANDWIDTHS,
  TUNNEL_MODES,
} from '@/lib/ipsec-connections/schema'

// Forms as people and worse fill them: mostly right values, some at a border, some hostile.

/** Mostly one of the good texts, or none, and now and then a hostile one. */
export const text = (...good: string[]) =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom('', ...good) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(' ', '1e3', '-1', '010', '<script>', '１', '\u202e', '0.0.0.0/0'),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 130 }) },
  )

const block = text(
  '10.1.0.0/16',
  '192.168.0.0/24, 10.1.0.0/16',
  '100.64.0.0/10',
  '10.1.2.3/16',
  '10.0.0.0/33',
)
const address = text('10.1.0.1', '192.168.0.1', '224.0.0.1', '10.0.0.256')
const lifetime = text('86400', '3600', '0', '86401')
const ikeId = text('vpn.example.com', '203.0.113.10', 'a b')

const tunnel: fc.Arbitrary<TunnelValues> = fc.record({
  customerGatewayId: text('cgw-1', 'cgw-2', 'cgw-lan', 'cgw-gone'),
  psk: text('Hk3sA8dK2mPq7XzL', '0xabc', 'changeme', 'a b'),
  ike: fc.record({
    ikeVersion: fc.constantFrom(...IKE_VERSIONS),
    ikeMode: fc.constantFrom(...IKE_MODES),
    ikeEncAlg: fc.constantFrom(...ENCRYPTION_ALGORITHMS),
    ikeAuthAlg: fc.constantFrom(...AUTHENTICATION_ALGORITHMS),
    ikePfs: fc.constantFrom(...IKE_GROUPS),
    ikeLifetime: lifetime,
    localId: ikeId,
    remoteId: ikeId,
  }),
  ipsec: fc.record({
    ipsecEncAlg: fc.constantFrom(...ENCRYPTION_ALGORITHMS),
    ipsecAuthAlg: fc.constantFrom(...AUTHENTICATION_ALGORITHMS),
    ipsecPfs: fc.constantFrom(...IPSEC_GROUPS),
    ipsecLifetime: lifetime,
  }),
  enableDpd: fc.boolean(),
  enableNatTraversal: fc.boolean(),
  bgp: fc.record({
    tunnelCidr: text('169.254.11.0/30', '169.254.30.0/30', '169.254.6.0/30', '169.254.30.0/29'),
    localBgpIp: text('169.254.11.1', '169.254.30.2', '169.254.30.3'),
    localAsn: text('45104', '65000', '0.65010', '65536.1', '4294967295', '0'),
  }),
})

/** Any state that the connection part can be in. */
export const arbitraryConnection: fc.Arbitrary<ConnectionValues> = fc.record({
  networkType: fc.constantFrom(...NETWORK_TYPES),
  routingMode: fc.constantFrom(...ROUTING_MODES),
  localSubnet: block,
  remoteSubnet: block,
  effectImmediately: fc.boolean(),
  tunnelMode: fc.constantFrom(...TUNNEL_MODES),
  tunnelBandwidth: fc.constantFrom(...TUNNEL_BANDWIDTHS),
  resourceGroupId: fc.constantFrom('', 'rg-aekz00000000lab'),
  tunnels: fc.tuple(tunnel, tunnel),
  enableBgp: fc.boolean(),
  healthCheck: fc.record({
    enable: fc.boolean(),
    dip: address,
    sip: address,
    interval: text('3', '0', '61'),
    retry: text('3', '11'),
    policy: fc.constantFrom(...HEALTH_CHECK_POLICIES),
  }),
})
