import type { TransitRouter } from '../state/cen-records'
import {
  addAttachment,
  addRouter,
  addStaticRoute,
  type Builder,
  learned,
  stableId,
  system,
} from './builder'
import { addConnection, addDevice, addGateway, addVpn } from './vpn-builder'

const region = 'eu-central-1'

/** Frankfurt: three route tables that differ, data centres over VPN in every condition, a leased line, and loose ends. */
export function addFrankfurt(b: Builder, owner: number, cenId: string): TransitRouter {
  const { router, tables } = addRouter(b, cenId, {
    name: 'frankfurt-core',
    region,
    cidr: '10.255.0.0/20',
    tables: ['production', 'staging'],
  })
  const { system: main, production, staging } = tables
  const vpc = (name: string, cidrs: string[], table: typeof main, propagate: (typeof main)[]) =>
    addAttachment(b, router, {
      name,
      type: 'VPC',
      resource: stableId('vpc', name),
      zones: [
        { ZoneId: 'eu-central-1a', VSwitchId: stableId('vsw', `${name}/a`) },
        { ZoneId: 'eu-central-1b', VSwitchId: stableId('vsw', `${name}/b`) },
      ],
      prefixes: cidrs.map(system),
      table,
      propagate,
    })
  vpc('vpc-prod-web', ['10.10.0.0/20', '10.10.16.0/20'], production, [main, production])
  vpc('vpc-prod-data', ['10.11.0.0/20'], production, [main, production])
  vpc('vpc-staging', ['10.20.0.0/20'], staging, [main, staging])
  const shared = vpc('vpc-shared-services', ['10.30.0.0/22'], main, [main, production, staging])
  const colo = addAttachment(b, router, {
    name: 'vbr-fra-colo',
    type: 'VBR',
    resource: stableId('vbr', 'fra-colo'),
    prefixes: [learned('172.20.0.0/16', '64900'), learned('172.21.8.0/22', '64900', '64910')],
    table: main,
    propagate: [main, production],
  })

  const gateway = (name: string, address: string, asn?: number) =>
    addGateway(b, owner, region, name, address, asn)
  addVpn(
    b,
    router,
    {
      name: 'munich-hq',
      owner,
      region,
      bgp: true,
      tunnels: [
        {
          gateway: gateway('munich-fw1', '203.0.113.10', 65010),
          cidr: '169.254.10.0/30',
          learns: [
            learned('192.168.10.0/24', '65010'),
            learned('192.168.11.0/24', '65010'),
            learned('192.168.12.0/22', '65010', '65011'),
          ],
        },
      ],
      health: { dip: '192.168.10.1', sip: '10.30.0.4', up: true },
      tags: [
        { Key: 'site', Value: 'munich' },
        { Key: 'env', Value: 'production' },
      ],
    },
    { table: production, propagate: [main, production] },
  )
  addVpn(
    b,
    router,
    {
      name: 'hamburg-dc',
      owner,
      region,
      bgp: true,
      asn: 64512,
      tunnels: [
        {
          gateway: gateway('hamburg-edge-1', '203.0.113.20', 65020),
          cidr: '169.254.20.0/30',
          // 172.20.0.0/16 comes by a longer path than the leased line's: a candidate only.
          learns: [
            learned('192.168.40.0/22', '65020'),
            learned('172.20.0.0/16', '65020', '64901', '64900'),
          ],
        },
        {
          gateway: addDevice(b, gateway('hamburg-edge-2', '203.0.113.21', 65020), {
            ike: { IkeEncAlg: 'aes', IkeAuthAlg: 'sha1', IkePfs: 'group2' },
            learned: [learned('192.168.40.0/22', '65020')],
          }),
          cidr: '169.254.20.4/30',
        },
      ],
      tags: [{ Key: 'site', Value: 'hamburg' }],
    },
    { table: main, propagate: [main] },
  )
  addVpn(
    b,
    router,
    {
      name: 'zurich-branch',
      owner,
      region,
      bgp: true,
      tunnels: [
        {
          gateway: addDevice(b, gateway('zurich-fw', '203.0.113.30', 65030), {
            asn: 65031,
            learned: [learned('192.168.50.0/24', '65031')],
          }),
          cidr: '169.254.30.0/30',
        },
      ],
      days: 40,
    },
    { table: main, propagate: [main] },
  )
  addVpn(
    b,
    router,
    {
      name: 'vienna-branch',
      owner,
      region,
      strong: false,
      tunnels: [{ gateway: gateway('vienna-fw', '203.0.113.40') }],
      health: { dip: '192.168.60.1', sip: '10.30.0.5', up: false },
      routes: ['192.168.60.0/24'],
      days: 90,
    },
    { table: staging, propagate: [main, staging], publish: false },
  )

  addStaticRoute(b, main, '10.66.0.0/16', { name: 'quarantine' })
  // The same prefix by another way than the system table has it.
  addStaticRoute(b, production, '192.168.40.0/22', { via: colo, name: 'hamburg-by-leased-line' })
  addStaticRoute(b, production, '172.21.8.0/24', { name: 'legacy-erp-off' })
  addStaticRoute(b, staging, '10.10.0.0/16', { name: 'no-production-from-staging' })
  addStaticRoute(b, staging, '0.0.0.0/0', { via: shared, name: 'default-by-shared' })

  addConnection(b, {
    name: 'dresden-branch',
    owner,
    region,
    bgp: true,
    tunnels: [{ gateway: gateway('dresden-fw', '203.0.113.50', 65050), cidr: '169.254.50.0/30' }],
    days: 2,
  })
  addConnection(b, {
    name: 'prague-dc',
    owner,
    region,
    bgp: true,
    tunnels: [
      { gateway: gateway('prague-edge-1', '198.51.100.10', 65060), cidr: '169.254.60.0/30' },
      { gateway: gateway('prague-edge-2', '198.51.100.11', 65060), cidr: '169.254.60.4/30' },
    ],
    days: 1,
  })
  // Left behind by an attempt to attach that failed.
  addConnection(b, {
    name: 'cologne-attempt',
    owner,
    region,
    strong: false,
    local: '10.10.0.0/16',
    remote: '192.168.70.0/24',
    tunnels: [{ gateway: gateway('cologne-fw', '198.51.100.20') }],
    days: 17,
  })
  gateway('leipzig-planned', '198.51.100.30', 65070)
  return router
}
