import {
  bgp,
  type Case,
  dual,
  flow,
  key,
  probe,
  T1,
  T2,
} from '@/lib/connection-form/test/rule-case'

/** At least one case for each rule about keys, algorithms, BGP and health checks. */
export const TUNNEL_CASES: Case[] = [
  { rule: 'psk.known', at: `${T1}.psk`, change: key('Password123') },
  { rule: 'psk.known', at: `${T1}.psk`, change: key('aaaaaaaaaaaaaaaaaaaa') },
  { rule: 'psk.short', at: `${T1}.psk`, change: key('Hk3sA8dK'), says: { length: 8, min: 16 } },
  { rule: 'psk.encoded', at: `${T1}.psk`, change: key('0xHk3sA8dK2mPq7XzL') },
  { rule: 'psk.encoded', at: `${T1}.psk`, change: key('0sHk3sA8dK2mPq7XzL') },
  { rule: 'psk.vendor', at: `${T1}.psk`, change: key('Hk3sA8dK2mPq7XzL?') },
  { rule: 'psk.vendor', at: `${T1}.psk`, change: key('0Hk3sA8dK2mPq7XzL') },
  {
    rule: 'psk.twice',
    at: `${T2}.psk`,
    change: dual(({ tunnels }) => {
      for (const tunnel of tunnels) tunnel.psk = 'Hk3sA8dK2mPq7XzL'
    }),
  },
  ...(['des', '3des'] as const).flatMap((algorithm): Case[] => [
    {
      rule: 'crypto.weak',
      at: `${T1}.ike.ikeEncAlg`,
      change: (_, __, { ike }) => void (ike.ikeEncAlg = algorithm),
    },
    {
      rule: 'crypto.weak',
      at: `${T1}.ipsec.ipsecEncAlg`,
      change: (_, __, { ipsec }) => void (ipsec.ipsecEncAlg = algorithm),
    },
  ]),
  ...(['md5', 'sha1'] as const).map((algorithm): Case => ({
    rule: 'crypto.weak',
    at: `${T1}.ipsec.ipsecAuthAlg`,
    change: (_, __, { ipsec }) => void (ipsec.ipsecAuthAlg = algorithm),
  })),
  ...(['group1', 'group2', 'group5'] as const).map((algorithm): Case => ({
    rule: 'crypto.weak',
    at: `${T1}.ike.ikePfs`,
    change: (_, __, { ike }) => void (ike.ikePfs = algorithm),
  })),
  {
    rule: 'crypto.aggressive',
    at: `${T1}.ike.ikeMode`,
    change: (_, __, { ike }) =>
      void Object.assign(ike, { ikeVersion: 'ikev1', ikeMode: 'aggressive' }),
  },
  {
    rule: 'crypto.lifetimeZero',
    at: `${T1}.ipsec.ipsecLifetime`,
    change: (_, __, { ipsec }) => void (ipsec.ipsecLifetime = '0'),
  },
  {
    rule: 'ids.aggressive',
    at: `${T1}.ike.ikeMode`,
    change: (_, __, { ike }) =>
      void Object.assign(ike, { ikeVersion: 'ikev1', remoteId: 'vpn.example.com' }),
  },
  ...['@sh.tac', 'user@example.com', '20240101', '1.2.3', 'münchen', 'a..b', 'C=DE,CN=hq'].map(
    (id): Case => ({
      rule: 'ids.shape',
      at: `${T1}.ike.localId`,
      change: (_, __, { ike }) => void (ike.localId = id),
      says: { id },
    }),
  ),
  {
    rule: 'ids.shape',
    at: `${T1}.ike.remoteId`,
    change: (_, __, { ike }) => void (ike.remoteId = '@munich.example.com'),
    says: { plain: 'munich.example.com' },
  },
  {
    rule: 'ids.same',
    at: `${T1}.ike.remoteId`,
    change: (_, __, { ike }) =>
      void Object.assign(ike, { localId: '1.1.1.1', remoteId: '1.1.1.1' }),
  },
  {
    rule: 'bgp.asnEqual',
    at: `${T1}.bgp.localAsn`,
    change: bgp({ localAsn: '0.65010' }),
    says: { asn: 65_010, gateway: 'munich' },
  },
  {
    rule: 'bgp.noPeerAsn',
    at: `${T1}.customerGatewayId`,
    change: (values, connection, tunnel) => {
      bgp({})(values, connection)
      tunnel.customerGatewayId = 'cgw-lan'
      connection.networkType = 'private'
    },
    says: { gateway: 'cgw-lan' },
  },
  { rule: 'bgp.asnPublic', at: `${T1}.bgp.localAsn`, change: bgp({ localAsn: '3320' }) },
  { rule: 'bgp.asnReserved', at: `${T1}.bgp.localAsn`, change: bgp({ localAsn: 'AS23456' }) },
  {
    rule: 'bgp.asnsDiffer',
    at: `${T2}.bgp.localAsn`,
    change: dual(({ tunnels }) => void (tunnels[1].bgp.localAsn = '65001')),
    says: { asn: 65_000 },
  },
  {
    rule: 'bgp.peerAsnsDiffer',
    at: `${T2}.customerGatewayId`,
    change: dual(() => undefined),
    says: { first: 65_010, second: 65_020 },
  },
  {
    rule: 'bgp.sameTunnelCidr',
    at: `${T2}.bgp.tunnelCidr`,
    change: dual(({ tunnels }) => void (tunnels[1].bgp.tunnelCidr = '169.254.30.0/30')),
  },
  {
    rule: 'bgp.tunnelCidrUsed',
    at: `${T1}.bgp.tunnelCidr`,
    change: bgp({ tunnelCidr: '169.254.11.0/30' }),
    says: { block: '169.254.11.0/30', connection: 'paris' },
  },
  {
    rule: 'bgp.tunnelCidrElsewhere',
    at: `${T1}.bgp.tunnelCidr`,
    change: bgp({ tunnelCidr: '169.254.20.0/30' }),
    says: { block: '169.254.20.0/30', connection: 'vco-free' },
  },
  {
    rule: 'health.same',
    at: 'connection.healthCheck.sip',
    change: probe('10.1.0.1', '10.1.0.1'),
  },
  {
    rule: 'health.notHost',
    at: 'connection.healthCheck.dip',
    change: probe('224.0.0.5', '10.1.0.1'),
    says: { address: '224.0.0.5' },
  },
  {
    rule: 'health.tunnelCidr',
    at: 'connection.healthCheck.dip',
    change: (values, connection) => {
      bgp({})(values, connection)
      probe('169.254.30.2', '10.1.0.1')(values, connection)
    },
  },
  {
    rule: 'health.inOther',
    at: 'connection.healthCheck.sip',
    change: probe('192.168.0.1', '10.7.0.1'),
    known: { networks: [{ block: '10.7.0.0/16', vpnConnectionId: 'vco-here', name: 'paris' }] },
    says: { address: '10.7.0.1', block: '10.7.0.0/16', connection: 'paris' },
  },
  {
    rule: 'health.inOther',
    at: 'connection.healthCheck.sip',
    change: probe('192.168.0.1', '169.254.20.1'),
    says: { address: '169.254.20.1', block: '169.254.20.0/30', connection: 'vco-free' },
  },
  {
    rule: 'health.gateway',
    at: 'connection.healthCheck.dip',
    change: probe('203.0.113.20', '10.1.0.1'),
  },
  ...(['interval', 'retry'] as const).map((field): Case => ({
    rule: 'health.slow',
    at: `connection.healthCheck.${field}`,
    change: (values, connection) => {
      probe('192.168.0.1', '10.1.0.1')(values, connection)
      connection.healthCheck[field] = '61'
    },
    says: { most: field === 'interval' ? 60 : 10 },
  })),
  {
    rule: 'health.outsideFlow',
    at: 'connection.healthCheck.sip',
    change: (values, connection) => {
      flow('10.1.0.0/16', '192.168.0.0/24')(values, connection)
      probe('192.168.0.1', '10.2.0.1')(values, connection)
    },
    says: { address: '10.2.0.1', side: 'local' },
  },
]
