import fc from 'fast-check'

import type { ConnectionFormValues, TunnelValues } from '@/lib/connection-form/values'
import {
  AUTHENTICATION_ALGORITHMS,
  ENCRYPTION_ALGORITHMS,
  HEALTH_CHECK_POLICIES,
  IKE_GROUPS,
  IKE_MODES,
  IKE_VERSIONS,
  IPSEC_GROUPS,
  NETWORK_TYPES,
  TUNNEL_BANDWIDTHS,
} from '@/lib/ipsec-connections/schema'

const lifetime = fc.integer({ min: 1, max: 86_400 }).map(String)
const id = fc.constantFrom('', 'hq.example.com', '198.51.100.7', 'edge-1')

/** A tunnel that the cloud takes, to one of these gateways; its BGP block is in 169.254.`third`.0/24. */
const tunnel = (gateways: readonly string[], third: number): fc.Arbitrary<TunnelValues> =>
  fc.record({
    customerGatewayId: fc.constantFrom(...gateways),
    psk: fc.constant(''),
    ike: fc.record({
      ikeVersion: fc.constantFrom(...IKE_VERSIONS),
      ikeMode: fc.constantFrom(...IKE_MODES),
      ikeEncAlg: fc.constantFrom(...ENCRYPTION_ALGORITHMS),
      ikeAuthAlg: fc.constantFrom(...AUTHENTICATION_ALGORITHMS),
      ikePfs: fc.constantFrom(...IKE_GROUPS),
      ikeLifetime: lifetime,
      localId: id,
      remoteId: id,
    }),
    ipsec: fc.record({
      ipsecEncAlg: fc.constantFrom(...ENCRYPTION_ALGORITHMS),
      ipsecAuthAlg: fc.constantFrom(...AUTHENTICATION_ALGORITHMS),
      ipsecPfs: fc.constantFrom(...IPSEC_GROUPS),
      ipsecLifetime: lifetime,
    }),
    enableDpd: fc.boolean(),
    enableNatTraversal: fc.boolean(),
    bgp: fc.tuple(fc.integer({ min: 0, max: 63 }), fc.constantFrom(1, 2)).map(([block, host]) => ({
      tunnelCidr: `169.254.${third}.${block * 4}/30`,
      localBgpIp: `169.254.${third}.${block * 4 + host}`,
      localAsn: '64999',
    })),
  })

const blocks = fc
  .uniqueArray(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 3 })
  .map((thirds) => thirds.map((third) => `192.168.${third}.0/24`).join(', '))

/** Any connection that the cloud takes, as the form has it when all of it was typed. */
export const validConnection = (gateways: readonly string[]): fc.Arbitrary<ConnectionFormValues> =>
  fc.record({
    regionId: fc.constant('eu-central-1'),
    name: fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/),
    tag: fc.constant([]),
    connection: fc.record({
      networkType: fc.constantFrom(...NETWORK_TYPES),
      routingMode: fc.constantFrom('destination' as const, 'flow' as const),
      localSubnet: fc.constantFrom('10.0.0.0/16', '10.0.0.0/16, 10.1.0.0/16'),
      remoteSubnet: blocks,
      effectImmediately: fc.boolean(),
      tunnelBandwidth: fc.constantFrom(...TUNNEL_BANDWIDTHS),
      resourceGroupId: fc.constantFrom('', 'rg-aekz00000000lab'),
      tunnelMode: fc.constantFrom('single' as const, 'dual' as const),
      tunnels: fc.tuple(tunnel(gateways, 11), tunnel(gateways, 12)),
      enableBgp: fc.boolean(),
      healthCheck: fc.record({
        enable: fc.boolean(),
        dip: fc.constantFrom('192.168.0.1', '192.168.0.2'),
        sip: fc.constantFrom('10.0.0.1', '10.0.0.2'),
        interval: fc.integer({ min: 1, max: 60 }).map(String),
        retry: fc.integer({ min: 1, max: 10 }).map(String),
        policy: fc.constantFrom(...HEALTH_CHECK_POLICIES),
      }),
    }),
  })
