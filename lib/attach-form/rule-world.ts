import { attachFormDefaults } from '@/lib/attach-form/defaults'
import type { AttachFormValues } from '@/lib/attach-form/values'
import type { AttachFacts } from '@/lib/connection-form/facts'

// What the tests of the rules stand on.

export const FACTS = {
  accountId: '1000000000000001',
  supportedRegions: ['eu-central-1'],
  router: {
    transitRouterId: 'tr-1',
    transitRouterName: 'Frankfurt router',
    regionId: 'eu-central-1',
    status: 'Active',
    type: 'Enterprise',
    cidrBlocks: ['10.200.0.0/24'],
  },
  vpnAttachments: 4,
  routerPrefixes: ['172.16.0.0/16'],
  customerGateways: [
    { customerGatewayId: 'cgw-1', name: 'munich', ipAddress: '203.0.113.20', asn: 65_010 },
    { customerGatewayId: 'cgw-2', name: 'berlin', ipAddress: '203.0.113.30', asn: 65_020 },
    { customerGatewayId: 'cgw-lan', name: '', ipAddress: '10.9.9.9' },
  ],
  connections: [
    {
      vpnConnectionId: 'vco-free',
      name: '',
      attachType: 'NO_ASSOCIATED',
      transitRouterId: '',
      tunnels: [{ bgp: { tunnelCidr: '169.254.20.0/30', localBgpIp: '', localAsn: 1 } }],
    },
    {
      vpnConnectionId: 'vco-here',
      name: 'paris',
      attachType: 'CEN',
      transitRouterId: 'tr-1',
      tunnels: [{ bgp: { tunnelCidr: '169.254.11.0/30', localBgpIp: '', localAsn: 1 } }],
    },
    {
      vpnConnectionId: 'vco-two',
      name: 'rome',
      attachType: 'NO_ASSOCIATED',
      transitRouterId: '',
      tunnels: [{}, {}],
    },
  ],
  granted: [{ vpnId: 'vco-partner', vpnOwnerId: '1000000000000002' }],
} satisfies AttachFacts

/** A form that no rule has anything to say about. */
export function cleanForm(): AttachFormValues {
  const values = attachFormDefaults({
    regionId: 'eu-central-1',
    transitRouterId: 'tr-1',
    zoneId: 'eu-central-1a',
  })
  for (const tunnel of values.connection.tunnels) {
    Object.assign(tunnel.ike, { ikeEncAlg: 'aes256', ikeAuthAlg: 'sha256', ikePfs: 'group14' })
    Object.assign(tunnel.ipsec, {
      ipsecEncAlg: 'aes256',
      ipsecAuthAlg: 'sha256',
      ipsecPfs: 'group14',
    })
    tunnel.bgp = { tunnelCidr: '169.254.30.0/30', localBgpIp: '169.254.30.1', localAsn: '65000' }
  }
  values.connection.tunnels[0].customerGatewayId = 'cgw-1'
  return values
}
