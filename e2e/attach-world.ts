import { call, items, steer, until } from '@/e2e/cloud'
import { test as base } from '@/e2e/watched'
import { routes } from '@/lib/navigation/routes'

/** A CEN instance of the test's own with one router in Frankfurt, and two customer gateways. */
export interface AttachWorld {
  cenId: string
  transitRouterId: string
  /** Path of the form. */
  path: string
  gateway: Gateway
  secondGateway: Gateway
}

export interface Gateway {
  id: string
  name: string
  ip: string
  asn: number
}

const REGION = 'eu-central-1'
let made = 0

/** Distinct within a run: names and addresses that no other test uses. */
const next = (workerIndex: number) => (workerIndex % 50) * 1000 + (made += 1)

/** Creates a customer gateway in Frankfurt with an address nobody has. */
export async function newGateway(
  workerIndex: number,
  account?: 'main' | 'partner',
): Promise<Gateway> {
  // Every test brings gateways of its own, more than an account may have.
  await steer('quotas', { customerGatewaysPerRegion: 10_000 })
  const number = next(workerIndex)
  const gateway = {
    name: `edge-${number}`,
    ip: `8.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`,
    asn: 4_200_000_000 + number,
  }
  const answer = await call(
    'vpc',
    'CreateCustomerGateway',
    { RegionId: REGION, Name: gateway.name, IpAddress: gateway.ip, Asn: gateway.asn },
    account,
  )
  return { ...gateway, id: String(answer['CustomerGatewayId']) }
}

async function newRouter(workerIndex: number) {
  const name = `world-${next(workerIndex)}`
  const cenId = String((await call('cen', 'CreateCen', { Name: name }))['CenId'])
  await until(async () => {
    const answer = await call('cen', 'DescribeCens', {
      'Filter.1.Key': 'CenId',
      'Filter.1.Value.1': cenId,
    })
    return items(answer, 'Cens.Cen')[0]?.['Status'] === 'Active'
  })
  const answer = await call('cen', 'CreateTransitRouter', {
    CenId: cenId,
    RegionId: REGION,
    TransitRouterName: `${name}-frankfurt`,
    'TransitRouterCidrList.1.Cidr': '10.200.0.0/24',
    'TransitRouterCidrList.1.PublishCidrRoute': true,
  })
  const transitRouterId = String(answer['TransitRouterId'])
  await until(async () => {
    const list = await call('cen', 'ListTransitRouters', { CenId: cenId, RegionId: REGION })
    return items(list, 'TransitRouters')[0]?.['Status'] === 'Active'
  })
  return { cenId, transitRouterId }
}

/** Opens on a router of its own, so that tests do not meet. */
export const test = base.extend<{ world: AttachWorld }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the pattern to learn what a fixture needs
  world: async ({}, provide, { workerIndex }) => {
    const router = await newRouter(workerIndex)
    await provide({
      ...router,
      path: routes.createConnection(router.cenId, router.transitRouterId),
      gateway: await newGateway(workerIndex),
      secondGateway: await newGateway(workerIndex),
    })
  },
})

/** The one VPN attachment of a router, its connection, and what ties it to the default table, as the cloud tells them. */
export async function readBack({ cenId, transitRouterId }: AttachWorld) {
  const place = { CenId: cenId, RegionId: REGION, TransitRouterId: transitRouterId }
  const [attachment] = items(
    await call('cen', 'ListTransitRouterVpnAttachments', place),
    'TransitRouterAttachments',
  )
  if (!attachment) throw new Error('nothing is attached')
  const VpnConnectionId = String(attachment['VpnId'])
  const connection = await call('vpc', 'DescribeVpnConnection', {
    RegionId: REGION,
    VpnConnectionId,
  })
  const TransitRouterAttachmentId = String(attachment['TransitRouterAttachmentId'])
  const tables = await call('cen', 'ListTransitRouterRouteTables', {
    TransitRouterId: transitRouterId,
    TransitRouterRouteTableType: 'System',
  })
  const [table] = items(tables, 'TransitRouterRouteTables')
  const binding = {
    TransitRouterAttachmentId,
    TransitRouterRouteTableId: String(table?.['TransitRouterRouteTableId']),
  }
  const [associations, propagations] = await Promise.all([
    call('cen', 'ListTransitRouterRouteTableAssociations', binding),
    call('cen', 'ListTransitRouterRouteTablePropagations', binding),
  ])
  return {
    attachment,
    connection,
    associations: items(associations, 'TransitRouterAssociations'),
    propagations: items(propagations, 'TransitRouterPropagations'),
  }
}
