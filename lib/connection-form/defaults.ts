import type {
  ConnectionFormValues,
  ConnectionValues,
  TunnelValues,
} from '@/lib/connection-form/values'

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

/** A new form for a connection of the given region that is not attached. */
export const connectionFormDefaults = (regionId: string): ConnectionFormValues => ({
  regionId,
  name: '',
  tag: [],
  connection: connectionDefaults(),
})
