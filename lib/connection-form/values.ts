import type { z } from 'zod'

import {
  AUTHENTICATION_ALGORITHMS,
  ENCRYPTION_ALGORITHMS,
  HEALTH_CHECK_POLICIES,
  IKE_GROUPS,
  IKE_MODES,
  IKE_VERSIONS,
  IPSEC_GROUPS,
  NETWORK_TYPES,
  ROUTING_MODES,
  TUNNEL_BANDWIDTHS,
  TUNNEL_MODES,
} from '@/lib/ipsec-connections/schema'
import { choice, flag, group, pair, rows, text, verbatim } from '@/lib/text/typed'

// What the form keeps while somebody types: every branch, so that nothing is lost when a radio changes,
// and text as it was typed, but for its ends. What is legal in a field is in read.ts.

const tunnelValues = group({
  customerGatewayId: text,
  /** Empty: Alibaba generates one. */
  psk: verbatim,
  ike: group({
    ikeVersion: choice(IKE_VERSIONS),
    ikeMode: choice(IKE_MODES),
    ikeEncAlg: choice(ENCRYPTION_ALGORITHMS),
    ikeAuthAlg: choice(AUTHENTICATION_ALGORITHMS),
    ikePfs: choice(IKE_GROUPS),
    ikeLifetime: text,
    localId: text,
    remoteId: text,
  }),
  ipsec: group({
    ipsecEncAlg: choice(ENCRYPTION_ALGORITHMS),
    ipsecAuthAlg: choice(AUTHENTICATION_ALGORITHMS),
    ipsecPfs: choice(IPSEC_GROUPS),
    ipsecLifetime: text,
  }),
  enableDpd: flag,
  enableNatTraversal: flag,
  bgp: group({ tunnelCidr: text, localBgpIp: text, localAsn: text }),
})

/** The connection part, the same in every form that creates one. */
const connectionValuesSchema = group({
  networkType: choice(NETWORK_TYPES),
  routingMode: choice(ROUTING_MODES),
  /** Lists separated by commas, spaces or line breaks; used by Flow Protection only. */
  localSubnet: text,
  remoteSubnet: text,
  effectImmediately: flag,
  tunnelMode: choice(TUNNEL_MODES),
  tunnelBandwidth: choice(TUNNEL_BANDWIDTHS),
  /** Empty: the default group of the account. */
  resourceGroupId: text,
  /** Always two; the second one counts in dual mode only. */
  tunnels: pair(tunnelValues),
  /** One switch for all tunnels, as in the API; `tunnels.N.bgp` counts only when it is on. */
  enableBgp: flag,
  /** Single mode only. */
  healthCheck: group({
    enable: flag,
    dip: text,
    sip: text,
    interval: text,
    retry: text,
    policy: choice(HEALTH_CHECK_POLICIES),
  }),
})

/** The form that creates a connection without attaching it. */
export const connectionFormValuesSchema = group({
  regionId: text,
  name: text,
  tag: rows({ key: text, value: text }),
  connection: connectionValuesSchema,
})

export type ConnectionFormValues = z.infer<typeof connectionFormValuesSchema>
export type ConnectionValues = z.infer<typeof connectionValuesSchema>
export type TunnelValues = z.infer<typeof tunnelValues>

// Defaults: guide, Basic settings to Advanced settings. They differ from those of the API.

const tunnelDefaults = (): TunnelValues => ({
  customerGatewayId: '',
  psk: '',
  ike: {
    ikeVersion: 'ikev2',
    ikeMode: 'main',
    ikeEncAlg: 'aes',
    ikeAuthAlg: 'sha1',
    ikePfs: 'group2',
    ikeLifetime: '86400',
    localId: '',
    remoteId: '',
  },
  ipsec: { ipsecEncAlg: 'aes', ipsecAuthAlg: 'sha1', ipsecPfs: 'group2', ipsecLifetime: '86400' },
  enableDpd: true,
  enableNatTraversal: true,
  bgp: { tunnelCidr: '', localBgpIp: '', localAsn: '45104' },
})

/** The connection part of a new form: BGP and health check off. */
export const connectionDefaults = (
  tunnelMode: ConnectionValues['tunnelMode'] = 'single',
): ConnectionValues => ({
  networkType: 'public',
  routingMode: 'destination',
  localSubnet: '',
  remoteSubnet: '',
  effectImmediately: false,
  tunnelMode,
  tunnelBandwidth: 'Standard',
  resourceGroupId: '',
  tunnels: [tunnelDefaults(), tunnelDefaults()],
  enableBgp: false,
  healthCheck: {
    enable: false,
    dip: '',
    sip: '',
    interval: '3',
    retry: '3',
    policy: 'revoke_route',
  },
})

/** A new form for a connection of the given region that is not attached. */
export const connectionFormDefaults = (
  regionId: string,
  tunnelMode?: ConnectionValues['tunnelMode'],
): ConnectionFormValues => ({
  regionId,
  name: '',
  tag: [],
  connection: connectionDefaults(tunnelMode),
})
