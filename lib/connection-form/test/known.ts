import type { Surroundings } from '@/lib/connection-form/surroundings'
import {
  connectionFormDefaults,
  type ConnectionFormValues,
  type ConnectionValues,
} from '@/lib/connection-form/values'

// What the tests of the rules stand on.

const ROUTER = {
  transitRouterId: 'tr-1',
  transitRouterName: 'Frankfurt router',
  regionId: 'eu-central-1',
  regionName: 'Germany (Frankfurt)',
  status: 'Active',
  type: 'Enterprise',
  cidrBlocks: ['10.200.0.0/24'],
}

export const KNOWN = {
  regionId: 'eu-central-1',
  regionName: 'Germany (Frankfurt)',
  router: {
    ...ROUTER,
    cenId: 'cen-1',
    accountId: '1000000000000001',
    choices: [ROUTER],
    vpnAttachments: 4,
    prefixes: ['172.16.0.0/16'],
    grants: [
      {
        cenId: 'cen-1',
        cenOwnerId: '1000000000000001',
        childInstanceId: 'vco-partner',
        childInstanceOwnerId: '1000000000000002',
        childInstanceRegionId: 'eu-central-1',
        childInstanceType: 'VPN',
        orderType: 'PayByCenOwner',
        effectiveOrderType: 'PayByCenOwner',
        createTime: '',
      },
    ],
  },
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
      tunnels: [{ bgp: { tunnelCidr: '169.254.20.0/30' } }],
    },
    {
      vpnConnectionId: 'vco-here',
      name: 'paris',
      attachType: 'CEN',
      transitRouterId: 'tr-1',
      tunnels: [{ bgp: { tunnelCidr: '169.254.11.0/30' } }],
    },
    {
      vpnConnectionId: 'vco-two',
      name: 'rome',
      attachType: 'NO_ASSOCIATED',
      transitRouterId: '',
      tunnels: [{}, {}],
    },
  ],
  blocks: [
    {
      tunnelCidr: '169.254.20.0/30',
      vpnConnectionId: 'vco-free',
      name: '',
      transitRouterId: '',
    },
    {
      tunnelCidr: '169.254.11.0/30',
      vpnConnectionId: 'vco-here',
      name: 'paris',
      transitRouterId: 'tr-1',
    },
  ],
  gone: ['cgw-gone', 'vco-partner'],
  unread: [],
} satisfies Surroundings

/** Surroundings of which nothing could be read. */
export const NOTHING_KNOWN: Surroundings = { regionId: '', regionName: '', unread: [] }

/** A connection that no rule has anything to say about. */
export function cleanConnection(): ConnectionValues {
  const { connection } = connectionFormDefaults('eu-central-1')
  for (const tunnel of connection.tunnels) {
    Object.assign(tunnel.ike, { ikeEncAlg: 'aes256', ikeAuthAlg: 'sha256', ikePfs: 'group14' })
    Object.assign(tunnel.ipsec, {
      ipsecEncAlg: 'aes256',
      ipsecAuthAlg: 'sha256',
      ipsecPfs: 'group14',
    })
    tunnel.bgp = { tunnelCidr: '169.254.30.0/30', localBgpIp: '169.254.30.1', localAsn: '65000' }
  }
  connection.tunnels[0].customerGatewayId = 'cgw-1'
  return connection
}

/** A form for such a connection. */
export const cleanConnectionForm = (): ConnectionFormValues => ({
  ...connectionFormDefaults('eu-central-1'),
  connection: cleanConnection(),
})
