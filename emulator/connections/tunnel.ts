import { z } from 'zod'

import type { Context } from '../protocol/operation'
import { flag, text } from '../protocol/parameters'
import { newId, newPsk } from '../state/ids'
import type {
  BgpConfig,
  CustomerGateway,
  IkeConfig,
  IpsecConfig,
  Tunnel,
} from '../state/vpn-records'
import { customerGatewayOf } from './lookups'
import { bgpSettings, ikeSettings, ipsecSettings } from './settings'

/** What can be set of a tunnel of a dual-tunnel connection. */
export const tunnelSettings = {
  EnableDpd: flag().optional(),
  EnableNatTraversal: flag().optional(),
  TunnelIkeConfig: ikeSettings.optional(),
  TunnelIpsecConfig: ipsecSettings.optional(),
  TunnelBgpConfig: bgpSettings.optional(),
}

/** The tunnels of the connection in the parameters of its creation. Alibaba: exactly two, numbered 1 and 2. */
export const newTunnels = () =>
  z
    .array(
      z.object({
        ...tunnelSettings,
        CustomerGatewayId: text(),
        TunnelIndex: z.enum(['1', '2']).transform(Number).optional(),
        // The Terraform provider sends it; the SDK has no such field.
        Role: text().optional(),
      }),
    )
    .length(2)
    .refine(
      (items) =>
        new Set(items.map((item, position) => item.TunnelIndex ?? position + 1)).size === 2,
    )

/** Settings of a tunnel as they are given; what is undefined is not given. */
export interface GivenTunnel {
  EnableDpd?: boolean | undefined
  EnableNatTraversal?: boolean | undefined
  TunnelIkeConfig?: Partial<Undefined<IkeConfig>> | undefined
  TunnelIpsecConfig?: Partial<Undefined<IpsecConfig>> | undefined
  TunnelBgpConfig?: Partial<Undefined<BgpConfig>> | undefined
}

type Undefined<T> = { [K in keyof T]: T[K] | undefined }

/** A tunnel with the service's defaults, down and without addresses. */
export function newTunnel(
  gateway: CustomerGateway,
  { index, dual, regionId }: { index: number; dual: boolean; regionId: string },
): Tunnel {
  return {
    TunnelId: dual ? newId('tun', regionId) : '',
    TunnelIndex: index,
    Role: index === 1 ? 'master' : 'slave',
    CustomerGatewayId: gateway.id,
    EnableDpd: true,
    EnableNatTraversal: true,
    // Alibaba: CreateVpnAttachment. IkeConfig of a single tunnel starts from ikev1 and md5, a tunnel of two from ikev2 and sha1.
    ike: {
      Psk: newPsk(),
      IkeVersion: dual ? 'ikev2' : 'ikev1',
      IkeMode: 'main',
      IkeEncAlg: 'aes',
      IkeAuthAlg: dual ? 'sha1' : 'md5',
      IkePfs: 'group2',
      IkeLifetime: 86_400,
      LocalId: '',
      RemoteId: '',
    },
    ipsec: {
      IpsecEncAlg: 'aes',
      IpsecAuthAlg: dual ? 'sha1' : 'md5',
      IpsecPfs: 'group2',
      IpsecLifetime: 86_400,
    },
    bgp: { LocalAsn: 45_104, TunnelCidr: '', LocalBgpIp: '' },
    RemoteCaCertificate: '',
    InternetIp: '',
    ZoneNo: '',
    State: 'active',
    Status: 'ike_sa_not_established',
    BgpStatus: 'failed',
    learned: [],
  }
}

/** The tunnel with what was given; what was not given stays. */
export function withSettings(tunnel: Tunnel, given: GivenTunnel): Tunnel {
  return {
    ...tunnel,
    EnableDpd: given.EnableDpd ?? tunnel.EnableDpd,
    EnableNatTraversal: given.EnableNatTraversal ?? tunnel.EnableNatTraversal,
    ike: merged(tunnel.ike, given.TunnelIkeConfig),
    ipsec: merged(tunnel.ipsec, given.TunnelIpsecConfig),
    bgp: merged(tunnel.bgp, given.TunnelBgpConfig),
  }
}

/** The record with every given field that has a value. */
export function merged<T extends object>(record: T, given: Partial<Undefined<T>> | undefined): T {
  const values = Object.entries(given ?? {}).filter(
    ([name, value]) => value !== undefined && Object.hasOwn(record, name),
  )
  return { ...record, ...Object.fromEntries(values) }
}

/** The tunnel with the settings of a modifying call, being updated. Throws when its customer gateway is not the caller's. */
export function changedTunnel(
  context: Context,
  RegionId: string,
  tunnel: Tunnel,
  given: GivenTunnel & { CustomerGatewayId?: string | undefined },
): Tunnel {
  const CustomerGatewayId = given.CustomerGatewayId ?? tunnel.CustomerGatewayId
  customerGatewayOf(context, { RegionId, CustomerGatewayId })
  return withSettings({ ...tunnel, CustomerGatewayId, State: 'updating' }, given)
}
