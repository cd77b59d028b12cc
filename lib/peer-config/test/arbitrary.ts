import fc from 'fast-check'

import type { NewIpsecConnection, NewTunnel } from '@/lib/ipsec-connections/schema'
import type { TunnelEnds } from '@/lib/peer-config/peer'
import type { Tag } from '@/lib/tags/schema'

// What the form and the API take, written down here once more, by hand: fc draws from it.
export const ENCRYPTIONS = ['aes', 'aes192', 'aes256', 'des', '3des']
export const HASHES = ['md5', 'sha1', 'sha256', 'sha384', 'sha512']
export const GROUPS = ['group1', 'group2', 'group5', 'group14']
/** Alibaba: CreateVpnAttachment, Psk, both printings of the list together. */
export const KEY_SIGNS =
  `ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789~!\`@#$%^&*()_-+={}[]|;:',.<>/?"`.split(
    '',
  )

export const key = () =>
  fc.oneof(
    fc
      .array(fc.constantFrom(...KEY_SIGNS), { minLength: 1, maxLength: 100 })
      .map((signs) => signs.join('')),
    // Shapes that some devices decode.
    fc
      .tuple(
        fc.constantFrom('0x', '0X', '0s', '0S', '6 '.trim(), '"', "'"),
        fc.constantFrom('61', 'zz', '0Sabc"', 'YWJj'),
      )
      .map((parts) => parts.join('')),
  )

const octet = () => fc.integer({ min: 0, max: 255 })
const lifetime = () => fc.integer({ min: 300, max: 86_400 })
const blocks = (first: number) =>
  fc.uniqueArray(
    octet().map((second) => `${first}.${second}.0.0/16`),
    { minLength: 1, maxLength: 3 },
  )
/** What an end may call itself: names and users that every device knows, and texts that would end a line or a string. */
const name = () =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('vpn.example.com', 'site-7.example.org', 'a1') },
    { weight: 2, arbitrary: fc.constantFrom('ops@example.com', '@hq.example.com') },
    { weight: 1, arbitrary: fc.constantFrom(...HOSTILE_IDS) },
  )

/** The form takes any text without blanks as an identifier. */
export const HOSTILE_IDS = [
  'x";reboot;"',
  "it's",
  '#a}',
  'a=b',
  'C=DE,O=HQ',
  'fe80::1',
  '@1.2.3.4',
  '@@hq.example.com',
  '@#aabb',
  '%any',
  '$(reboot)',
  'back\\slash',
  'what?',
  '-',
  '总部',
]

/** Half of them of algorithms and names that every device has, so that each one's text is tried often. */
const tunnel = (block: number): fc.Arbitrary<NewTunnel> =>
  fc
    .tuple(anyTunnel(block), fc.boolean(), fc.constantFrom('ikev1', 'ikev2'))
    .map(([any, common, ikeVersion]) => (common ? { ...any, ...commonOf(any, ikeVersion) } : any))

function commonOf({ ike, ipsec }: NewTunnel, ikeVersion: string) {
  const hash = ikeVersion === 'ikev1' ? 'sha1' : 'sha256'
  const cipher = ike.ikeEncAlg.startsWith('aes') ? ike.ikeEncAlg : 'aes256'
  return {
    ike: {
      ...ike,
      ikeVersion,
      ikeMode: 'main',
      ikeEncAlg: cipher,
      ikeAuthAlg: hash,
      ikePfs: 'group14',
      remoteId: '',
    },
    ipsec: { ...ipsec, ipsecEncAlg: 'aes256', ipsecAuthAlg: hash, ipsecPfs: 'group14' },
  }
}

const anyTunnel = (block: number): fc.Arbitrary<NewTunnel> =>
  fc.record({
    customerGatewayId: fc.constant(`cgw-${block}`),
    psk: key(),
    ike: fc.record({
      ikeVersion: fc.constantFrom('ikev1', 'ikev2'),
      ikeMode: fc.constantFrom('main', 'aggressive'),
      ikeEncAlg: fc.constantFrom(...ENCRYPTIONS),
      ikeAuthAlg: fc.constantFrom(...HASHES),
      ikePfs: fc.constantFrom(...GROUPS),
      ikeLifetime: lifetime(),
      localId: fc.oneof(fc.constant(''), name()),
      remoteId: fc.oneof(fc.constant(''), name(), fc.constant(`198.51.100.${block}`)),
    }),
    ipsec: fc.record({
      ipsecEncAlg: fc.constantFrom(...ENCRYPTIONS),
      ipsecAuthAlg: fc.constantFrom(...HASHES),
      ipsecPfs: fc.constantFrom('disabled', ...GROUPS),
      ipsecLifetime: lifetime(),
    }),
    enableDpd: fc.boolean(),
    enableNatTraversal: fc.boolean(),
    bgp: fc
      .tuple(fc.constantFrom(1, 2), fc.integer({ min: 1, max: 4_294_967_294 }))
      .map(([host, localAsn]) => ({
        tunnelCidr: `169.254.${block}.40/30`,
        localBgpIp: `169.254.${block}.${40 + host}`,
        localAsn,
      })),
  })

const shared = {
  regionId: fc.constant('eu-central-1'),
  name: fc.constantFrom('hq', 'Main "office"?', '总部 1', ''),
  networkType: fc.constant('public' as const),
  tunnelBandwidth: fc.constant('Standard' as const),
  effectImmediately: fc.boolean(),
  autoConfigRoute: fc.constant(true),
  enableBgp: fc.boolean(),
  tags: fc.constant<Tag[]>([]),
}

/** A connection as it is created, one tunnel or two, with either way of routing. */
export const connection = (): fc.Arbitrary<NewIpsecConnection> =>
  fc
    .record({
      ...shared,
      flows: fc.option(fc.tuple(blocks(10), blocks(172)), { nil: undefined }),
      tunnels: fc.oneof(
        tunnel(11).map((one) => [one] as const),
        fc.tuple(tunnel(11), tunnel(12)),
      ),
      health: fc.boolean(),
    })
    .map(({ flows, health, ...rest }) => ({
      ...rest,
      localSubnet: flows?.[0] ?? ['0.0.0.0/0'],
      remoteSubnet: flows?.[1] ?? ['0.0.0.0/0'],
      ...(health &&
        rest.tunnels.length === 1 && {
          healthCheck: {
            enable: true,
            dip: '172.16.0.9',
            sip: '10.9.0.9',
            interval: 3,
            retry: 3,
            policy: 'revoke_route',
          },
        }),
    }))

/** The ends of the tunnels: the addresses of gateway and device, and the AS of the device. */
export const ends = (): fc.Arbitrary<TunnelEnds[]> =>
  fc.integer({ min: 1, max: 4_294_967_294 }).map((asn) =>
    [11, 12].map((block) => ({
      gateway: `47.91.7.${block}`,
      customerGateway: { ipAddress: `198.51.100.${block}`, asn },
    })),
  )
