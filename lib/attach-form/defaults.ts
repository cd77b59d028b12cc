import type { AttachFormValues, ConnectionValues, TunnelValues } from '@/lib/attach-form/values'

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

/** The connection part of a new form: single tunnel, BGP and health check off. */
export const connectionDefaults = (): ConnectionValues => ({
  networkType: 'public',
  routingMode: 'destination',
  localSubnet: '',
  remoteSubnet: '',
  effectImmediately: false,
  tunnelMode: 'single',
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

/** A new form on the given router; `zoneId` preselects a zone, `granted` another account's connection. */
export const attachFormDefaults = ({
  granted,
  ...context
}: {
  regionId: string
  transitRouterId: string
  zoneId?: string
  granted?: { vpnId: string; vpnOwnerId: string }
}): AttachFormValues => ({
  regionId: context.regionId,
  transitRouterId: context.transitRouterId,
  owner: { kind: granted ? 'other' : 'current', vpnOwnerId: granted?.vpnOwnerId ?? '' },
  resource: { kind: granted ? 'select' : 'create', vpnId: granted?.vpnId ?? '' },
  transitRouterAttachmentName: '',
  tag: [],
  zoneId: context.zoneId ?? '',
  connection: connectionDefaults(),
  advanced: {
    autoPublishRouteEnabled: true,
    associateDefaultTable: true,
    propagateToDefaultTable: true,
  },
})

/** What tunnel 2 starts as: tunnel 1 with no key, gateway, or BGP addresses of its own yet. */
export const secondTunnel = (first: TunnelValues): TunnelValues => ({
  ...structuredClone(first),
  customerGatewayId: '',
  psk: '',
  bgp: { ...first.bgp, tunnelCidr: '', localBgpIp: '' },
})
