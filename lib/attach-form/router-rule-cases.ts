import { type Case, dual, flow, T1, T2 } from '@/lib/attach-form/rule-case'
import { FACTS } from '@/lib/attach-form/rule-world'

/** At least one case for each rule about the router, the owner, the gateways and the routing. */
export const ROUTER_CASES: Case[] = [
  {
    rule: 'router.region',
    at: 'regionId',
    change: (values) => void (values.regionId = 'cn-fuzhou'),
    says: { region: 'cn-fuzhou' },
  },
  ...(['Basic', 'Creating', 'noCidr', 'quota'] as const).map((which): Case => {
    const { router } = FACTS
    const rule = { Basic: 'basic', Creating: 'notActive', noCidr: 'noCidr', quota: 'quota' }[which]
    return {
      rule: `router.${rule}`,
      at: 'transitRouterId',
      change: () => undefined,
      facts: {
        router: {
          ...router,
          type: which === 'Basic' ? 'Basic' : 'Enterprise',
          status: which === 'Creating' ? 'Creating' : 'Active',
          cidrBlocks: which === 'noCidr' ? [] : router.cidrBlocks,
        },
        vpnAttachments: which === 'quota' ? 50 : 4,
      },
    }
  }),
  { rule: 'router.zone', at: 'zoneId', change: (values) => void (values.zoneId = '') },
  {
    rule: 'router.zone',
    at: 'zoneId',
    change: (values) => {
      values.zoneId = ''
      values.resource = { kind: 'select', vpnId: 'vco-free' }
    },
  },
  {
    rule: 'name.older',
    at: 'transitRouterAttachmentName',
    change: (values) => void (values.transitRouterAttachmentName = '1 hq'),
  },
  {
    rule: 'owner.createNotPossible',
    at: 'resource.kind',
    change: (values) => void (values.owner = { kind: 'other', vpnOwnerId: '1000000000000002' }),
  },
  {
    rule: 'owner.isCurrent',
    at: 'owner.vpnOwnerId',
    change: (values) => {
      values.owner = { kind: 'other', vpnOwnerId: '1000000000000001' }
      values.resource = { kind: 'select', vpnId: '' }
    },
  },
  {
    rule: 'owner.notGranted',
    at: 'resource.vpnId',
    change: (values) => {
      values.owner = { kind: 'other', vpnOwnerId: '1000000000000003' }
      values.resource = { kind: 'select', vpnId: 'vco-partner' }
    },
  },
  {
    rule: 'resource.gone',
    at: 'resource.vpnId',
    change: (values) => void (values.resource = { kind: 'select', vpnId: 'vco-partner' }),
  },
  {
    rule: 'resource.taken',
    at: 'resource.vpnId',
    change: (values) => void (values.resource = { kind: 'select', vpnId: 'vco-here' }),
  },
  {
    rule: 'gateway.gone',
    at: `${T1}.customerGatewayId`,
    change: (_, __, tunnel) => void (tunnel.customerGatewayId = 'cgw-old'),
  },
  {
    rule: 'gateway.publicToPrivate',
    at: `${T1}.customerGatewayId`,
    change: (_, __, tunnel) => void (tunnel.customerGatewayId = 'cgw-lan'),
    says: { address: '10.9.9.9' },
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
