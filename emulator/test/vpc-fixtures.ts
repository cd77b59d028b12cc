import {
  CreateCustomerGatewayRequest,
  CreateVpnAttachmentRequest,
  DescribeVpnConnectionRequest,
} from '@alicloud/vpc20160428'

import type { Running } from './start'

/** What a request of the SDK holds, without its methods. */
export type Fields<T> = T extends (infer Item)[]
  ? Fields<Item>[]
  : T extends object
    ? {
        [K in Exclude<keyof T, 'validate' | 'copyWithoutStream' | 'toMap'>]?:
          | Fields<T[K]>
          | undefined
      }
    : T

export const regionId = 'eu-central-1'

/** A customer gateway; `asn` for BGP. */
export async function gateway({ main }: Running, ipAddress: string, asn?: string): Promise<string> {
  const request = new CreateCustomerGatewayRequest({ regionId, ipAddress, ...(asn && { asn }) })
  return (await main.vpc.createCustomerGateway(request)).body?.customerGatewayId ?? ''
}

/** A single-tunnel connection with the service's defaults, unless `fields` say otherwise. */
export async function connection(
  { main }: Running,
  fields: Fields<CreateVpnAttachmentRequest>,
): Promise<string> {
  const request = new CreateVpnAttachmentRequest({
    regionId,
    localSubnet: '0.0.0.0/0',
    remoteSubnet: '0.0.0.0/0',
    ...fields,
  })
  return (await main.vpc.createVpnAttachment(request)).body?.vpnConnectionId ?? ''
}

/** The parameters of two tunnels to one customer gateway. */
export function twoTunnels(customerGatewayId: string, bgp = false) {
  return [1, 2].map((tunnelIndex) => ({
    tunnelIndex,
    customerGatewayId,
    tunnelIkeConfig: { psk: `key-of-tunnel-${tunnelIndex}` },
    ...(bgp && {
      tunnelBgpConfig: {
        localAsn: 64_600,
        tunnelCidr: `169.254.${10 + tunnelIndex}.0/30`,
        localBgpIp: `169.254.${10 + tunnelIndex}.1`,
      },
    }),
  }))
}

/** What DescribeVpnConnection shows. */
export async function shown({ main }: Running, vpnConnectionId: string) {
  const request = new DescribeVpnConnectionRequest({ regionId, vpnConnectionId })
  return (await main.vpc.describeVpnConnection(request)).body
}

/** An active router with a CIDR block in the region, made by the main account. */
export async function router(running: Running): Promise<string> {
  const { cbn } = running.main
  await cbn('OpenTransitRouterService', {}).catch(() => {})
  const { CenId } = await cbn('CreateCen', { Name: 'test' })
  running.advance(10)
  const { TransitRouterId } = await cbn('CreateTransitRouter', {
    CenId: String(CenId),
    RegionId: regionId,
    TransitRouterName: 'frankfurt',
  })
  running.advance(10)
  await cbn('CreateTransitRouterCidr', {
    RegionId: regionId,
    TransitRouterId: String(TransitRouterId),
    Cidr: '10.200.0.0/16',
  })
  return String(TransitRouterId)
}

/** Attaches a connection to a router and waits until it is up; gives the attachment. */
export async function attach(
  running: Running,
  TransitRouterId: string,
  VpnId: string,
  { dual = false } = {},
): Promise<string> {
  const { TransitRouterAttachmentId } = await running.main.cbn('CreateTransitRouterVpnAttachment', {
    RegionId: regionId,
    TransitRouterId,
    VpnId,
    ...(!dual && { Zone: [{ ZoneId: `${regionId}a` }] }),
  })
  running.advance(10)
  return String(TransitRouterAttachmentId)
}
