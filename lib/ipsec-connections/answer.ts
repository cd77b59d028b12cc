import { z } from 'zod'

import { flag, moment, tags, text, whole } from '@/lib/cloud/shape'
import type { Bgp, HealthCheck, IpsecConnection, Tunnel } from '@/lib/ipsec-connections/schema'

// Keys that are not named here, the pre-shared keys among them, are dropped by zod.

const ike = z.object({
  ikeVersion: text,
  ikeMode: text,
  ikeEncAlg: text,
  ikeAuthAlg: text,
  ikePfs: text,
  ikeLifetime: whole,
  // Terraform provider, alicloud_vpn_gateway_vpn_attachment: how the cloud says that none is set.
  localId: text.transform((id) => (id === 'leftId-not-exist' ? '' : id)),
  remoteId: text,
})

const ipsec = z.object({
  ipsecEncAlg: text,
  ipsecAuthAlg: text,
  ipsecPfs: text,
  ipsecLifetime: whole,
})

/** BGP settings of a connection (`status`) or of a tunnel (`bgpStatus`); none without a tunnel block. */
const bgp = z
  .object({
    enableBgp: text,
    localAsn: whole,
    localBgpIp: text,
    tunnelCidr: text,
    peerAsn: whole,
    peerBgpIp: text,
    status: text,
    bgpStatus: text,
  })
  .transform(({ enableBgp, peerAsn, peerBgpIp, status, bgpStatus, ...own }): Bgp | undefined => {
    if (own.tunnelCidr === '' || /^false$/i.test(enableBgp)) return undefined
    const state = bgpStatus || status
    return {
      ...own,
      ...(peerAsn > 0 && { peerAsn }),
      ...(peerBgpIp && { peerBgpIp }),
      ...(state && { status: state }),
    }
  })

const healthCheck = z
  .object({
    enable: flag,
    dip: text,
    sip: text,
    interval: whole,
    retry: whole,
    policy: text,
    status: text,
  })
  .transform(({ status, ...check }): HealthCheck => ({ ...check, ...(status && { status }) }))

const tunnel = z
  .object({
    tunnelId: text,
    tunnelIndex: whole,
    role: text,
    state: text,
    status: text,
    internetIp: text,
    zoneNo: text,
    customerGatewayId: text,
    enableDpd: flag,
    enableNatTraversal: flag,
    tunnelIkeConfig: ike.prefault({}),
    tunnelIpsecConfig: ipsec.prefault({}),
    tunnelBgpConfig: bgp.prefault({}),
  })
  .transform(
    ({
      tunnelId,
      role,
      state,
      zoneNo,
      tunnelIkeConfig,
      tunnelIpsecConfig,
      tunnelBgpConfig,
      ...rest
    }): Tunnel => ({
      ...rest,
      ike: tunnelIkeConfig,
      ipsec: tunnelIpsecConfig,
      ...(tunnelId && { tunnelId }),
      ...(role && { role }),
      ...(state && { state }),
      ...(zoneNo && { zoneNo }),
      ...(tunnelBgpConfig && { bgp: tunnelBgpConfig }),
    }),
  )

/** Reads answer it wrapped (`{tunnelOptions: […]}`), a change answers it flat. */
const tunnels = z
  .union([
    z.array(tunnel),
    z.object({ tunnelOptions: z.array(tunnel).default([]) }).transform((it) => it.tunnelOptions),
  ])
  .default([])
  .transform((list) =>
    list
      .map((each, index) => ({ ...each, tunnelIndex: each.tunnelIndex || index + 1 }))
      .toSorted((a, b) => a.tunnelIndex - b.tunnelIndex),
  )

const subnets = text.transform((joined) => joined.split(',').filter(Boolean))

/** One IPsec connection, of either form, as the API answers it; the region is the one that was asked. */
export const ipsecConnection = (regionId: string) =>
  z
    .object({
      vpnConnectionId: text,
      name: text,
      attachType: text,
      attachInstanceId: text,
      transitRouterId: text,
      transitRouterName: text,
      state: text,
      status: text,
      networkType: text,
      localSubnet: subnets,
      remoteSubnet: subnets,
      effectImmediately: flag,
      enableTunnelsBgp: flag,
      crossAccountAuthorized: flag,
      tunnelBandwidth: text,
      resourceGroupId: text,
      createTime: moment,
      tags: tags.optional(),
      tag: tags.optional(), // Alibaba: the list call names it so
      tunnelOptionsSpecification: tunnels,
      // A connection with one tunnel has these at the top instead.
      customerGatewayId: text,
      internetIp: text,
      zoneNo: text,
      enableDpd: flag,
      enableNatTraversal: flag,
      ikeConfig: ike.prefault({}),
      ipsecConfig: ipsec.prefault({}),
      vpnBgpConfig: bgp.prefault({}),
      vcoHealthCheck: healthCheck.optional(),
    })
    .transform((answer): IpsecConnection => {
      const {
        enableTunnelsBgp,
        tags: own,
        tag,
        tunnelOptionsSpecification: dual,
        customerGatewayId,
        internetIp,
        zoneNo,
        enableDpd,
        enableNatTraversal,
        ikeConfig,
        ipsecConfig,
        vpnBgpConfig,
        vcoHealthCheck,
        ...rest
      } = answer
      const single: Tunnel = {
        tunnelIndex: 1,
        status: rest.status,
        internetIp,
        customerGatewayId,
        ike: ikeConfig,
        ipsec: ipsecConfig,
        enableDpd,
        enableNatTraversal,
        ...(zoneNo && { zoneNo }),
        ...(vpnBgpConfig && { bgp: vpnBgpConfig }),
      }
      const isSingle = dual.length === 0
      return {
        ...rest,
        regionId,
        tags: own?.length ? own : (tag ?? []),
        enableBgp: isSingle ? vpnBgpConfig !== undefined : enableTunnelsBgp,
        tunnels: isSingle ? [single] : dual,
        ...(isSingle && vcoHealthCheck && { healthCheck: vcoHealthCheck }),
      }
    })

const secret = z.object({ psk: text }).prefault({})

/** Only for the reveal: the pre-shared keys of a connection, by tunnel. */
export const preSharedKeys = z
  .object({
    ikeConfig: secret,
    tunnelOptionsSpecification: z
      .object({
        tunnelOptions: z
          .array(z.object({ tunnelIndex: whole, tunnelIkeConfig: secret }))
          .default([]),
      })
      .prefault({}),
  })
  .transform(({ ikeConfig, tunnelOptionsSpecification: { tunnelOptions } }) =>
    tunnelOptions.length === 0
      ? [{ tunnelIndex: 1, psk: ikeConfig.psk }]
      : tunnelOptions.map(({ tunnelIndex, tunnelIkeConfig }, index) => ({
          tunnelIndex: tunnelIndex || index + 1,
          psk: tunnelIkeConfig.psk,
        })),
  )
