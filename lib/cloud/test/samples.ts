import type { NewIpsecConnection, NewTunnel } from '@/lib/ipsec-connections/schema'

/** A tunnel with BGP in the block `169.254.<block>.0/30`. */
export const newTunnel = (customerGatewayId: string, block = 11): NewTunnel => ({
  customerGatewayId,
  psk: `c4nary-key-${block}`,
  ike: {
    ikeVersion: 'ikev2',
    ikeMode: 'main',
    ikeEncAlg: 'aes256',
    ikeAuthAlg: 'sha256',
    ikePfs: 'group14',
    ikeLifetime: 86_400,
    localId: 'left.example.com',
    remoteId: 'right.example.com',
  },
  ipsec: {
    ipsecEncAlg: 'aes192',
    ipsecAuthAlg: 'sha512',
    ipsecPfs: 'disabled',
    ipsecLifetime: 3600,
  },
  enableDpd: false,
  enableNatTraversal: true,
  bgp: {
    localAsn: 64_512,
    localBgpIp: `169.254.${block}.1`,
    tunnelCidr: `169.254.${block}.0/30`,
  },
})

/** A connection with one tunnel and nothing left at the defaults of the API. */
export const newConnection = (customerGatewayId: string): NewIpsecConnection => ({
  regionId: 'eu-central-1',
  name: 'hq',
  networkType: 'public',
  tunnelBandwidth: 'Standard',
  localSubnet: ['10.0.0.0/16', '10.1.0.0/16'],
  remoteSubnet: ['192.168.0.0/24'],
  effectImmediately: true,
  autoConfigRoute: true,
  enableBgp: true,
  tunnels: [newTunnel(customerGatewayId)],
  healthCheck: {
    enable: true,
    dip: '192.168.0.1',
    sip: '10.0.0.1',
    interval: 5,
    retry: 4,
    policy: 'reserve_route',
  },
  tags: [{ key: 'site', value: 'hq' }],
})
