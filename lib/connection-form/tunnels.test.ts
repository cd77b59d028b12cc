import { set } from 'react-hook-form'
import { expect, test } from 'vitest'

import { twoTunnels } from '@/lib/connection-form/tunnels'
import { connectionDefaults } from '@/lib/connection-form/values'

/** The connection after the change was pressed. */
function pressed(connection: ReturnType<typeof connectionDefaults>) {
  const form = structuredClone({ connection })
  for (const [path, value] of Object.entries(twoTunnels(connection))) set(form, path, value)
  return form.connection
}

test('going on with two tunnels carries the first one over, but for what must differ', () => {
  const typed = connectionDefaults()
  typed.tunnels[0] = {
    ...typed.tunnels[0],
    customerGatewayId: 'cgw-1',
    psk: 'of-one-tunnel-only',
    enableDpd: false,
    ike: { ...typed.tunnels[0].ike, ikeEncAlg: 'aes256', remoteId: 'branch.example.com' },
    bgp: { tunnelCidr: '169.254.30.0/30', localBgpIp: '169.254.30.1', localAsn: '65500' },
  }
  const { tunnelMode, tunnels } = pressed(typed)
  expect(tunnelMode).toBe('dual')
  expect(tunnels[0]).toEqual(typed.tunnels[0])
  expect(tunnels[1]).toEqual({
    ...typed.tunnels[0],
    psk: '',
    bgp: { tunnelCidr: '', localBgpIp: '', localAsn: '65500' },
  })
})

test('a second tunnel of which something was typed stays as it is', () => {
  const typed = connectionDefaults()
  typed.tunnels[1] = { ...typed.tunnels[1], customerGatewayId: 'cgw-2', enableDpd: false }
  expect(pressed(typed)).toEqual({ ...typed, tunnelMode: 'dual' })
})
