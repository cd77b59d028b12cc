import { type Case, dual, flow, T1, T2 } from '@/lib/connection-form/test/rule-case'

/** At least one case for each rule about the gateways and the routing. */
export const ROUTING_CASES: Case[] = [
  {
    rule: 'gateway.gone',
    at: `${T1}.customerGatewayId`,
    change: (_, __, tunnel) => void (tunnel.customerGatewayId = 'cgw-gone'),
  },
  {
    rule: 'gateway.publicToPrivate',
    at: `${T1}.customerGatewayId`,
    change: (_, __, tunnel) => void (tunnel.customerGatewayId = 'cgw-lan'),
    says: { address: '10.9.9.9' },
  },
  {
    rule: 'gateway.inRouterCidr',
    at: `${T1}.customerGatewayId`,
    change: (_, connection, tunnel) => {
      connection.networkType = 'private'
      tunnel.customerGatewayId = 'cgw-inside'
    },
    known: {
      customerGateways: [
        { customerGatewayId: 'cgw-inside', name: '', ipAddress: '10.200.0.9', asn: 65_010 },
      ],
    },
    says: { address: '10.200.0.9', block: '10.200.0.0/24' },
  },
  {
    rule: 'gateway.twice',
    at: `${T2}.customerGatewayId`,
    change: dual(({ tunnels }) => void (tunnels[1].customerGatewayId = 'cgw-1')),
  },
  {
    rule: 'routing.anyBoth',
    at: 'connection.localSubnet',
    change: flow('0.0.0.0/0', '0.0.0.0/0'),
  },
  {
    rule: 'routing.same',
    at: 'connection.remoteSubnet',
    change: flow('10.1.0.0/16', '10.1.0.0/16'),
    says: { block: '10.1.0.0/16' },
  },
  {
    rule: 'routing.overlap',
    at: 'connection.remoteSubnet',
    change: flow('10.0.0.0/8', '10.1.0.0/16'),
    says: { local: '10.0.0.0/8', remote: '10.1.0.0/16' },
  },
  {
    rule: 'routing.within',
    at: 'connection.localSubnet',
    change: flow('10.0.0.0/8 10.1.0.0/16', '192.168.0.0/24'),
    says: { block: '10.1.0.0/16', by: '10.0.0.0/8' },
  },
  {
    rule: 'routing.shared',
    at: 'connection.remoteSubnet',
    change: flow('10.1.0.0/16', '100.100.0.0/16'),
  },
  ...['169.254.9.0/24', '224.0.0.0/4', '127.0.0.0/8'].map((block): Case => ({
    rule: 'routing.special',
    at: 'connection.remoteSubnet',
    change: flow('10.1.0.0/16', block),
    says: { text: block },
  })),
  ...['10.200.0.0/16', '10.200.0.128/25', '10.0.0.0/8'].map((block): Case => ({
    rule: 'routing.routerCidr',
    at: 'connection.remoteSubnet',
    change: flow('192.168.0.0/16', block),
    says: { block, own: '10.200.0.0/24' },
  })),
  {
    rule: 'routing.count',
    at: 'connection.localSubnet',
    change: flow([1, 2, 3, 4, 5, 6].map((n) => `10.${n}.0.0/16`).join(), '192.168.0.0/24'),
    says: { count: 6, max: 5 },
  },
  {
    rule: 'routing.ikev1Pairs',
    at: `${T1}.ike.ikeVersion`,
    change: (values, connection, tunnel) => {
      flow('10.1.0.0/16, 10.2.0.0/16', '192.168.0.0/24')(values, connection)
      tunnel.ike.ikeVersion = 'ikev1'
    },
    says: { pairs: 2 },
  },
  {
    rule: 'routing.tableOverlap',
    at: 'connection.remoteSubnet',
    change: flow('10.1.0.0/16', '172.16.5.0/24'),
    says: { block: '172.16.5.0/24', prefix: '172.16.0.0/16' },
  },
]
