import { expect as impatient } from '@playwright/test'

import { type AttachWorld, test as base } from '@/e2e/attach-world'
import { type Answer, call, items, until } from '@/e2e/cloud'
import { routes } from '@/lib/navigation/routes'

const REGION = 'eu-central-1'

/** What is expected here waits for the cloud to change and for the page to ask it again. */
export const expect = impatient.configure({ timeout: 20_000 })

/** An attachment with BGP that forwards by the table `blue`, another one that routes lead to, and a table `green`. */
export interface RoutedWorld extends AttachWorld {
  attachmentId: string
  vpnId: string
  otherId: string
  blue: string
  green: string
  /** Of the attachment's details. */
  panel: string
}

async function attach(
  { cenId, transitRouterId, gateway }: AttachWorld,
  name: string,
  block: string,
) {
  const connection = await call('vpc', 'CreateVpnAttachment', {
    RegionId: REGION,
    Name: name,
    NetworkType: 'public',
    CustomerGatewayId: gateway.id,
    LocalSubnet: '0.0.0.0/0',
    RemoteSubnet: '0.0.0.0/0',
    EffectImmediately: false,
    AutoConfigRoute: true,
    EnableDpd: true,
    EnableNatTraversal: true,
    IkeConfig: JSON.stringify({
      Psk: 'routed-world-key',
      IkeVersion: 'ikev2',
      IkeMode: 'main',
      IkeEncAlg: 'aes256',
      IkeAuthAlg: 'sha256',
      IkePfs: 'group14',
      IkeLifetime: 86_400,
    }),
    IpsecConfig: JSON.stringify({
      IpsecEncAlg: 'aes256',
      IpsecAuthAlg: 'sha256',
      IpsecPfs: 'group14',
      IpsecLifetime: 86_400,
    }),
    BgpConfig: JSON.stringify({
      EnableBgp: true,
      LocalAsn: 45_104,
      TunnelCidr: `${block}.0/30`,
      LocalBgpIp: `${block}.1`,
    }),
  })
  const vpnId = String(connection['VpnConnectionId'])
  const answer = await call('cen', 'CreateTransitRouterVpnAttachment', {
    CenId: cenId,
    RegionId: REGION,
    TransitRouterId: transitRouterId,
    VpnId: vpnId,
    AutoPublishRouteEnabled: true,
    TransitRouterAttachmentName: name,
    'Zone.1.ZoneId': `${REGION}a`,
  })
  const attachmentId = String(answer['TransitRouterAttachmentId'])
  await until(async () => (await readAttachment(attachmentId))?.['Status'] === 'Attached')
  return { attachmentId, vpnId }
}

/** The attachment as the cloud tells it; nothing when it is gone. */
export async function readAttachment(attachmentId: string): Promise<Answer | undefined> {
  const answer = await call('cen', 'ListTransitRouterVpnAttachments', {
    RegionId: REGION,
    TransitRouterAttachmentId: attachmentId,
  })
  return items(answer, 'TransitRouterAttachments')[0]
}

/** The table by which an attachment forwards; nothing while that changes. */
export async function tableOf(attachmentId: string): Promise<string | undefined> {
  const answer = await call('cen', 'ListTransitRouterRouteTableAssociations', {
    TransitRouterAttachmentId: attachmentId,
  })
  const [association] = items(answer, 'TransitRouterAssociations')
  return association?.['Status'] === 'Active'
    ? String(association['TransitRouterRouteTableId'])
    : undefined
}

/** Adds a static route. @param nextHop an attachment; left out: a black hole. */
export async function addRoute(table: string, prefix: string, nextHop?: string): Promise<void> {
  await call('cen', 'CreateTransitRouterRouteEntry', {
    TransitRouterRouteTableId: table,
    TransitRouterRouteEntryDestinationCidrBlock: prefix,
    TransitRouterRouteEntryNextHopType: nextHop ? 'Attachment' : 'BlackHole',
    ...(nextHop && { TransitRouterRouteEntryNextHopId: nextHop }),
  })
  await until(async () => {
    const entries = await call('cen', 'ListTransitRouterRouteEntries', {
      TransitRouterRouteTableId: table,
      MaxResults: 100,
    })
    return items(entries, 'TransitRouterRouteEntries').some(
      (entry) => entry['TransitRouterRouteEntryDestinationCidrBlock'] === prefix,
    )
  })
}

async function newTable(transitRouterId: string, name: string): Promise<string> {
  const answer = await call('cen', 'CreateTransitRouterRouteTable', {
    TransitRouterId: transitRouterId,
    TransitRouterRouteTableName: name,
  })
  const id = String(answer['TransitRouterRouteTableId'])
  await until(async () => {
    const tables = await call('cen', 'ListTransitRouterRouteTables', {
      TransitRouterId: transitRouterId,
    })
    return items(tables, 'TransitRouterRouteTables').some(
      (table) =>
        table['TransitRouterRouteTableId'] === id &&
        table['TransitRouterRouteTableStatus'] === 'Active',
    )
  })
  return id
}

export const test = base.extend<{ routed: RoutedWorld }>({
  routed: async ({ world }, provide) => {
    const { cenId, transitRouterId } = world
    const { attachmentId, vpnId } = await attach(world, 'edge-site', '169.254.20')
    const { attachmentId: otherId } = await attach(world, 'other-site', '169.254.21')
    const blue = await newTable(transitRouterId, 'blue')
    const green = await newTable(transitRouterId, 'green')
    for (const prefix of ['10.1.0.0/16', '10.2.0.0/16', '10.3.8.0/22'])
      await addRoute(blue, prefix, otherId)
    for (const prefix of ['10.3.0.0/16', '10.9.0.0/16']) await addRoute(green, prefix, otherId)
    await addRoute(green, '10.2.0.0/16')
    await call('cen', 'AssociateTransitRouterAttachmentWithRouteTable', {
      TransitRouterAttachmentId: attachmentId,
      TransitRouterRouteTableId: blue,
    })
    await until(async () => (await tableOf(attachmentId)) === blue)
    const panel = routes.attachment(cenId, transitRouterId, attachmentId)
    await provide({ ...world, attachmentId, vpnId, otherId, blue, green, panel })
  },
})
