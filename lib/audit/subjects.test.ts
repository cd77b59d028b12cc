import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, test, vi } from 'vitest'

import { nothing } from '@/lib/cloud/shape'
import { json, loopback } from '@/lib/cloud/test/loopback'
import { newConnection } from '@/lib/cloud/test/samples'
import { witnessed } from '@/lib/cloud/witness'

const access = { profile: 'main' }
const write = { clientToken: 'token' }
const regionId = 'eu-central-1'
const router = { regionId, transitRouterId: 'tr-1' }
const binding = {
  transitRouterAttachmentId: 'tr-attach-1',
  transitRouterRouteTableId: 'vtb-1',
}
const connection = { regionId, vpnConnectionId: 'vco-1' }
const route = { ...connection, routeDest: '10.0.0.0/8', weight: 100 } as const
const gateway = { regionId, customerGatewayId: 'cgw-1' }
const grant = { regionId, instanceId: 'vco-1', cenId: 'cen-1', cenOwnerId: '1' }
const named = { name: 'a', description: '', tags: [] }
const ecmp = { multiRegionECMP: false }

/** What a creation answers; the others answer nothing of interest. */
const CREATED: Record<string, Record<string, string>> = {
  CreateCen: { CenId: 'cen-1' },
  CreateTransitRouter: { TransitRouterId: 'tr-1' },
  CreateTransitRouterCidr: { TransitRouterCidrId: 'cidr-1' },
  CreateTransitRouterVpnAttachment: { TransitRouterAttachmentId: 'tr-attach-1' },
  CreateTransitRouterRouteTable: { TransitRouterRouteTableId: 'vtb-1' },
  CreateTransitRouterRouteEntry: { TransitRouterRouteEntryId: 'rte-1' },
  CreateVpnAttachment: { VpnConnectionId: 'vco-1' },
  CreateCustomerGateway: { CustomerGatewayId: 'cgw-1' },
  OpenTransitRouterService: { OrderId: '20001' },
}

let server: Awaited<ReturnType<typeof loopback>>

beforeAll(async () => {
  server = await loopback()
  vi.stubEnv('EMULATOR_PORT', String(server.port))
  vi.stubEnv('LOG_LEVEL', 'silent')
  server.answer((response) =>
    json(200, { RequestId: 'r', ...CREATED[server.seen.at(-1)?.action ?? ''] })(response),
  )
})
afterAll(() => server.close())

/** Each write of the console once, with the object it is about. */
async function writes(): Promise<[object: string, send: () => Promise<unknown>][]> {
  const attachments = await import('@/lib/attachments/cloud')
  const cen = await import('@/lib/cen/cloud')
  const gateways = await import('@/lib/customer-gateways/cloud')
  const grants = await import('@/lib/grants/cloud')
  const connections = await import('@/lib/ipsec-connections/cloud')
  const routes = await import('@/lib/ipsec-connections/route-entries')
  const tables = await import('@/lib/route-tables/cloud')
  const bindings = await import('@/lib/route-tables/bindings')
  const tags = await import('@/lib/tags/cloud')
  const routers = await import('@/lib/transit-routers/cloud')
  const tagged = { service: 'cbn', type: 'TransitRouter', id: 'tr-1', regionId } as const
  const taggedGateway = { service: 'vpc', type: 'CUSTOMERGATEWAY', id: 'cgw-1', regionId } as const
  const tag = [{ key: 'k', value: 'v' }]
  return [
    ['cen-1', () => cen.createCen(access, named, write)],
    ['cen-1', () => cen.updateCen(access, { cenId: 'cen-1', name: 'b' })],
    [
      'tr-1',
      () =>
        routers.createTransitRouter(
          access,
          {
            cenId: 'cen-1',
            regionId,
            transitRouterName: 'a',
            transitRouterDescription: '',
            supportMulticast: false,
            transitRouterCidrList: [],
            tags: [],
          },
          write,
        ),
    ],
    [
      'tr-1',
      () => routers.updateTransitRouter(access, { ...router, transitRouterName: 'b' }, write),
    ],
    ['20001', () => routers.openTransitRouterService(access, write)],
    [
      'cidr-1',
      () =>
        routers.createTransitRouterCidr(
          access,
          { ...router, cidr: '10.0.0.0/24', name: '', description: '', publishCidrRoute: true },
          write,
        ),
    ],
    [
      'cidr-1',
      () =>
        routers.deleteTransitRouterCidr(
          access,
          { ...router, transitRouterCidrId: 'cidr-1' },
          write,
        ),
    ],
    [
      'tr-attach-1',
      () =>
        attachments.createVpnAttachment(
          access,
          {
            ...router,
            cenId: 'cen-1',
            vpnId: 'vco-1',
            transitRouterAttachmentName: 'a',
            transitRouterAttachmentDescription: '',
            autoPublishRouteEnabled: true,
            tags: [],
          },
          write,
        ),
    ],
    [
      'tr-attach-1',
      () =>
        attachments.updateVpnAttachment(
          access,
          { transitRouterAttachmentId: 'tr-attach-1', transitRouterAttachmentName: 'b' },
          write,
        ),
    ],
    [
      'tr-attach-1',
      () =>
        attachments.deleteVpnAttachment(
          access,
          { transitRouterAttachmentId: 'tr-attach-1', force: false },
          write,
        ),
    ],
    ['tr-attach-1', () => bindings.associate(access, binding, write)],
    ['tr-attach-1', () => bindings.dissociate(access, binding, write)],
    ['tr-attach-1', () => bindings.replaceAssociation(access, binding, write)],
    ['tr-attach-1', () => bindings.enablePropagation(access, binding, write)],
    ['tr-attach-1', () => bindings.disablePropagation(access, binding, write)],
    [
      'vtb-1',
      () =>
        tables.createRouteTable(
          access,
          {
            transitRouterId: 'tr-1',
            transitRouterRouteTableName: 'a',
            transitRouterRouteTableDescription: '',
            ...ecmp,
            tags: [],
          },
          write,
        ),
    ],
    [
      'vtb-1',
      () =>
        tables.updateRouteTable(
          access,
          { transitRouterRouteTableId: 'vtb-1', transitRouterRouteTableName: 'b', ...ecmp },
          write,
        ),
    ],
    ['vtb-1', () => tables.deleteRouteTable(access, 'vtb-1', write)],
    [
      'rte-1',
      () =>
        tables.createRouteEntry(
          access,
          {
            transitRouterRouteTableId: 'vtb-1',
            transitRouterRouteEntryDestinationCidrBlock: '10.0.0.0/8',
            transitRouterRouteEntryName: '',
            transitRouterRouteEntryDescription: '',
            nextHop: { type: 'BlackHole' },
          },
          write,
        ),
    ],
    ['rte-1', () => tables.deleteRouteEntry(access, 'rte-1', write)],
    ['vco-1', () => connections.createIpsecConnection(access, newConnection('cgw-1'), write)],
    ['vco-1', () => connections.modifyIpsecConnection(access, connection, { name: 'hq' }, write)],
    ['vco-1', () => connections.moveIpsecConnection(access, connection, 'rg-1')],
    ['vco-1', () => connections.modifyTunnel(access, connection, { tunnelId: 'tun-1' }, write)],
    ['vco-1', () => connections.deleteIpsecConnection(access, connection, write)],
    ['vco-1', () => routes.createVcoRouteEntry(access, { ...route, description: '' }, write)],
    ['vco-1', () => routes.deleteVcoRouteEntry(access, route, write)],
    ['vco-1', () => routes.modifyVcoRouteEntryWeight(access, { ...route, newWeight: 0 }, write)],
    [
      'cgw-1',
      () =>
        gateways.createCustomerGateway(
          access,
          { ...gateway, ...named, ipAddress: '8.8.8.8' },
          write,
        ),
    ],
    ['cgw-1', () => gateways.updateCustomerGateway(access, { ...gateway, ...named }, write)],
    ['cgw-1', () => gateways.deleteCustomerGateway(access, gateway, write)],
    ['vco-1', () => grants.grant(access, { ...grant, orderType: 'PayByCenOwner' })],
    ['vco-1', () => grants.revoke(access, grant)],
    ['vco-1', () => grants.changePayer(access, { ...grant, orderType: 'PayByCenOwner' }, write)],
    ['tr-1', () => tags.setTags(access, tagged, tag)],
    ['tr-1', () => tags.removeTags(access, tagged, ['k'])],
    ['cgw-1', () => tags.setTags(access, taggedGateway, tag)],
    ['cgw-1', () => tags.removeTags(access, taggedGateway, ['k'])],
  ]
}

/** The operations that the files of `lib` name in a call, as RAM actions; reads left out. */
async function writtenActions(): Promise<Set<string>> {
  const files = await readdir('lib', { recursive: true })
  const texts = await Promise.all(
    files
      .filter((file) => file.endsWith('.ts') && !/(^|\/)test\/|\.test\.ts$/.test(file))
      .map((file) => readFile(join('lib', file), 'utf8')),
  )
  const calls = texts.flatMap((text) => [
    ...text.matchAll(/\bcall(Cbn|Vpc)\(\s*[\w.]+,\s*(?:[\w.]+,\s*)?'(\w+)'/g),
  ])
  return new Set(
    calls
      .filter(([, , name = '']) => !/^(check|describe|diagnose|list)/.test(name))
      .map(
        ([, door, name = '']) =>
          `${door === 'Cbn' ? 'cen' : 'vpc'}:${name.charAt(0).toUpperCase()}${name.slice(1)}`,
      ),
  )
}

test('every written action names the object it is about, by its parameters or by its answer', async () => {
  const seen = new Set<string>()
  for (const [object, send] of await writes()) {
    const told: { action: string; named: unknown }[] = []
    await witnessed(async (write) => {
      seen.add(write.action)
      return async (fate) => {
        const answer = fate.outcome === 'accepted' ? fate.answer : {}
        const { subject = '' } = write
        told.push({ action: write.action, named: write.parameters[subject] ?? answer[subject] })
      }
    }, send)
    expect(told).toMatchObject([{ named: object }])
  }
  expect(seen).toEqual(await writtenActions())
})

test('the compiler asks a write for its object, and knows the names an object can have', async () => {
  const { callVpc } = await import('@/lib/cloud/client')
  expect([
    // @ts-expect-error -- no object
    () => callVpc(access, regionId, 'deleteVpnAttachment', connection, nothing),
    // @ts-expect-error -- neither a parameter nor in the answer
    () => callVpc(access, regionId, 'deleteVpnAttachment', connection, nothing, 'instanceId'),
    // @ts-expect-error -- a read is about nothing
    () => callVpc(access, regionId, 'describeVpnConnection', connection, nothing, 'regionId'),
  ]).toHaveLength(3)
})
