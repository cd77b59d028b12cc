import { expect, test } from 'vitest'

import { fieldOf } from '@/lib/cloud/fields'

const GATEWAY = 'connection.tunnels.0.customerGatewayId'

test.each([
  [
    'IllegalParam.BgpConfig',
    'The BGP of tunnel 2 is wrong.',
    'connection.tunnels.1.bgp.tunnelCidr',
  ],
  ['IllegalParam.BgpConfig', 'The BGP is wrong.', 'connection.tunnels.0.bgp.tunnelCidr'],
  [
    'InvalidCustomerGatewayInstanceId.NotFound',
    'tunnel 2: cgw-9',
    'connection.tunnels.1.customerGatewayId',
  ],
  [
    'InvalidParameter',
    'TunnelOptionsSpecification.2.TunnelIkeConfig.LocalId is not valid.',
    'connection.tunnels.1.ike.localId',
  ],
  [
    'InvalidParameter',
    'TunnelOptionsSpecification.2.CustomerGatewayId is not valid.',
    'connection.tunnels.1.customerGatewayId',
  ],
  [
    'MissingParameter',
    'TunnelOptionsSpecification.1.TunnelIkeConfig.Psk',
    'connection.tunnels.0.psk',
  ],
  ['IllegalParam.LocalSubnet', 'tunnel 2', 'connection.localSubnet'],
  // Of a group no more is said than its name.
  ['IllegalParam.IkeConfig', 'Phase 1 settings invalid.', 'connection.tunnels.0.ike'],
  ['IllegalParam.IpsecConfig', 'Tunnel 2: phase 2 invalid.', 'connection.tunnels.1.ipsec'],
  [
    'InvalidParameter',
    'IkeConfig.IkeLifetime is too long.',
    'connection.tunnels.0.ike.ikeLifetime',
  ],
  ['InvalidParameter', 'BgpConfig.LocalAsn of tunnel 2', 'connection.tunnels.1.bgp.localAsn'],
  ['InvalidParameter', 'HealthCheckConfig.Interval', 'connection.healthCheck.interval'],
  ['InvalidParameter', 'TunnelOptionsSpecification.2.TunnelBgpConfig', 'connection.tunnels.1.bgp'],
  ['MissingParameter', 'The parameter CustomerGatewayId is missing.', GATEWAY],
  ['InvalidParameter', "The specified parameter 'Zone.1.ZoneId' is not valid.", 'zoneId'],
  ['InvalidParameter', 'The parameter Tag.1.Key is not valid.', 'tag'],
  ['InvalidParameter', 'The parameter Cidr overlaps a block of the CEN instance.', 'cidr'],
  ['MissingParam.VpnOwnerId', 'It is missing.', 'owner.vpnOwnerId'],
  ['IllegalParam.NetworkType', '', 'connection.networkType'],
  ['InvalidParameter.TransitRouterAttachmentName', '', 'transitRouterAttachmentName'],
  ['InvalidParameter', 'Something is not valid.', undefined],
])('%s, %j leads to %s', (code, message, path) => {
  expect(fieldOf(code, message)).toBe(path)
})
