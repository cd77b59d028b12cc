import type { TransitRouter } from '../state/cen-records'
import { addAttachment, addRouter, type Builder, learned, stableId, system } from './builder'
import { addConnection, addDevice, addGateway, addVpn } from './vpn-builder'

/** Hangzhou: a dual-tunnel data centre, flow protection, and an attachment that reaches nothing. */
export function addHangzhou(b: Builder, owner: number, cenId: string): TransitRouter {
  const region = 'cn-hangzhou'
  const { router, tables } = addRouter(b, cenId, {
    name: 'hangzhou-core',
    region,
    cidr: '10.254.0.0/20',
    tables: ['production'],
  })
  const { system: main, production } = tables
  for (const [name, cidr] of [
    ['vpc-hz-shop', '10.100.0.0/20'],
    ['vpc-hz-warehouse', '10.101.0.0/20'],
  ] as const)
    addAttachment(b, router, {
      name,
      type: 'VPC',
      resource: stableId('vpc', name),
      zones: [{ ZoneId: 'cn-hangzhou-h', VSwitchId: stableId('vsw', name) }],
      prefixes: [system(cidr)],
      table: production,
      propagate: [main, production],
    })
  addVpn(
    b,
    router,
    {
      name: 'shanghai-office',
      owner,
      region,
      bgp: true,
      tunnels: ['203.0.113.80', '203.0.113.81'].map((address, index) => ({
        gateway: addGateway(b, owner, region, `shanghai-edge-${index + 1}`, address, 65080),
        cidr: `169.254.80.${index * 4}/30`,
        learns: [learned('192.168.80.0/22', '65080')],
      })),
    },
    { table: production, propagate: [main, production] },
  )
  addVpn(
    b,
    router,
    {
      name: 'ningbo-plant',
      owner,
      region,
      local: '10.100.0.0/20,10.101.0.0/20',
      remote: '192.168.90.0/24',
      tunnels: [{ gateway: addGateway(b, owner, region, 'ningbo-fw', '203.0.113.90') }],
    },
    { table: main, propagate: [main] },
  )
  // Attached, but neither associated nor propagating: it forwards nothing.
  addVpn(
    b,
    router,
    {
      name: 'suzhou-warehouse',
      owner,
      region,
      tunnels: [
        {
          gateway: addDevice(b, addGateway(b, owner, region, 'suzhou-fw', '203.0.113.95'), {
            psk: 'suzhou-device-key',
          }),
        },
      ],
      days: 3,
    },
    {},
  )
  addConnection(b, {
    name: 'wuxi-lab',
    owner,
    region,
    tunnels: [{ gateway: addGateway(b, owner, region, 'wuxi-fw', '198.51.100.90') }],
    days: 5,
  })
  return router
}

/** Singapore: a private connection over a leased line, which brings the router's own CIDR route. */
export function addSingapore(b: Builder, owner: number, cenId: string): TransitRouter {
  const region = 'ap-southeast-1'
  const { router, tables } = addRouter(b, cenId, {
    name: 'singapore-core',
    region,
    cidr: '10.253.0.0/20',
  })
  const { system: main } = tables
  addAttachment(b, router, {
    name: 'vpc-sg-platform',
    type: 'VPC',
    resource: stableId('vpc', 'sg-platform'),
    zones: [{ ZoneId: 'ap-southeast-1a', VSwitchId: stableId('vsw', 'sg-platform') }],
    prefixes: [system('10.140.0.0/20')],
    table: main,
    propagate: [main],
  })
  addAttachment(b, router, {
    name: 'vbr-sg-colo',
    type: 'VBR',
    resource: stableId('vbr', 'sg-colo'),
    prefixes: [learned('172.28.0.0/16', '64950')],
    table: main,
    propagate: [main],
  })
  addVpn(
    b,
    router,
    {
      name: 'jakarta-dc',
      owner,
      region,
      network: 'private',
      bgp: true,
      tunnels: [
        {
          gateway: addGateway(b, owner, region, 'jakarta-edge', '172.28.10.1', 65140),
          cidr: '169.254.140.0/30',
          learns: [learned('192.168.140.0/23', '65140')],
        },
      ],
    },
    { table: main, propagate: [main] },
  )
  addConnection(b, {
    name: 'kuala-lumpur-branch',
    owner,
    region,
    tunnels: [{ gateway: addGateway(b, owner, region, 'kl-fw', '198.51.100.140', 65141) }],
    days: 8,
  })
  return router
}
