import { expect, test } from 'vitest'

import { pickTunnelCidr } from '@/lib/connection-form/pick-tunnel-cidr'
import { parseLocalBgpIp, parseTunnelCidr } from '@/lib/connection-form/read'
import type { BlockInUse } from '@/lib/connection-form/surroundings'
import { NOTHING_KNOWN } from '@/lib/connection-form/test/known'
import { connectionDefaults } from '@/lib/connection-form/values'

test('picks free, allowed blocks until none is left', () => {
  const blocks: BlockInUse[] = []
  const take = (tunnelCidr: string) =>
    blocks.push({ tunnelCidr, vpnConnectionId: 'v', name: '', transitRouterId: '' })
  const picked = pickTunnelCidr(connectionDefaults(), { blocks })
  expect(picked).toEqual({ tunnelCidr: '169.254.11.0/30', localBgpIp: '169.254.11.1' })
  for (let third = 0; third < 256; third++)
    for (let last = 0; last < 256; last += 4)
      if (third !== 6 && !(third === 7 && last === 8)) take(`169.254.${third}.${last}/30`)
  const next = pickTunnelCidr(connectionDefaults(), { blocks })
  expect(next?.tunnelCidr).toBe('169.254.6.4/30')
  expect(next && parseTunnelCidr(next.tunnelCidr).ok).toBe(true)
  expect(next && parseLocalBgpIp(parseTunnelCidr(next.tunnelCidr), next.localBgpIp).ok).toBe(true)
  for (let last = 4; last < 256; last += 4) take(`169.254.6.${last}/30`)
  expect(pickTunnelCidr(connectionDefaults(), { blocks })?.tunnelCidr).toBe('169.254.7.8/30')
  take('169.254.7.8/30')
  expect(pickTunnelCidr(connectionDefaults(), { blocks })).toBeUndefined()
})

test('does not offer a block that this form uses already', () => {
  const connection = connectionDefaults()
  connection.tunnels[0].bgp.tunnelCidr = '169.254.11.0/30'
  expect(pickTunnelCidr(connection, NOTHING_KNOWN)?.tunnelCidr).toBe('169.254.11.4/30')
})
