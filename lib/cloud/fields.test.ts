import { expect, test } from 'vitest'

import { fieldOf } from '@/lib/cloud/fields'

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
  ['InvalidParameter', 'Something is not valid.', undefined],
])('%s, %j leads to %s', (code, message, path) => {
  expect(fieldOf(code, message)).toBe(path)
})
