import type { NewIpsecConnection } from '@/lib/ipsec-connections/schema'
import type { TunnelEnds } from '@/lib/peer-config/peer'

/** The ends of its tunnels. */
export const ENDS: TunnelEnds[] = [
  { gateway: '47.91.7.11', customerGateway: { ipAddress: '198.51.100.11', asn: 65_010 } },
]

/** One tunnel that every device can do, with the given key. */
export function strong(psk: string): NewIpsecConnection {
  const phase = { enc: 'aes256', auth: 'sha256', pfs: 'group14', lifetime: 86_400 }
  return {
    regionId: 'eu-central-1',
    name: 'hq',
    networkType: 'public',
    tunnelBandwidth: 'Standard',
    localSubnet: ['0.0.0.0/0'],
    remoteSubnet: ['0.0.0.0/0'],
    effectImmediately: false,
    autoConfigRoute: true,
    enableBgp: true,
    tags: [],
    tunnels: [
      {
        customerGatewayId: 'cgw-1',
        psk,
        ike: {
          ikeVersion: 'ikev2',
          ikeMode: 'main',
          ikeEncAlg: phase.enc,
          ikeAuthAlg: phase.auth,
          ikePfs: phase.pfs,
          ikeLifetime: phase.lifetime,
          localId: '',
          remoteId: '',
        },
        ipsec: {
          ipsecEncAlg: phase.enc,
          ipsecAuthAlg: phase.auth,
          ipsecPfs: phase.pfs,
          ipsecLifetime: phase.lifetime,
        },
        enableDpd: true,
        enableNatTraversal: true,
        bgp: { tunnelCidr: '169.254.11.0/30', localBgpIp: '169.254.11.1', localAsn: 45_104 },
      },
    ],
  }
}
