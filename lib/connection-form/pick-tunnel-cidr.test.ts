import { expect, test } from 'vitest'

import { pickTunnelCidr } from '@/lib/connection-form/pick-tunnel-cidr'
import { parseLocalBgpIp, parseTunnelCidr } from '@/lib/connection-form/read'
import { NOTHING_KNOWN } from '@/lib/connection-form/test/known'
import { connectionDefaults } from '@/lib/connection-form/values'

test('picks free, allowed blocks until none is left', () => {
  const connections: {
    vpnConnectionId: string
    name: string
    attachType: string
    transitRouterId: string
    tunnels: { bgp: { tunnelCidr: string; localBgpIp: string; localAsn: number } }[]
  }[] = []
  const tunnels: (typeof connections)[0]['tunnels'] = []
  connections.push({ vpnConnectionId: 'v', name: '', attachType: '', transitRouterId: '', tunnels })
  const picked = pickTunnelCidr(connectionDefaults(), { ...NOTHING_KNOWN, connections })
  expect(picked).toEqual({ tunnelCidr: '169.254.11.0/30', localBgpIp: '169.254.11.1' })
  for (let third = 0; third < 256; third++)
    for (let last = 0; last < 256; last += 4)
      if (third !== 6 && !(third === 7 && last === 8))
        tunnels.push({
          bgp: { tunnelCidr: `169.254.${third}.${last}/30`, localBgpIp: '', localAsn: 1 },
        })
  const next = pickTunnelCidr(connectionDefaults(), { ...NOTHING_KNOWN, connections })
  expect(next?.tunnelCidr).toBe('169.254.6.4/30')
  expect(next && parseTunnelCidr(next.tunnelCidr).ok).toBe(true)
  expect(next && parseLocalBgpIp(parseTunnelCidr(next.tunnelCidr), next.localBgpIp).ok).toBe(true)
  for (let last = 4; last < 256; last += 4)
    tunnels.push({ bgp: { tunnelCidr: `169.254.6.${last}/30`, localBgpIp: '', localAsn: 1 } })
  expect(pickTunnelCidr(connectionDefaults(), { ...NOTHING_KNOWN, connections })?.tunnelCidr).toBe(
    '169.254.7.8/30',
  )
  tunnels.push({ bgp: { tunnelCidr: '169.254.7.8/30', localBgpIp: '', localAsn: 1 } })
  expect(pickTunnelCidr(connectionDefaults(), { ...NOTHING_KNOWN, connections })).toBeUndefined()
})

test('does not offer a block that this form uses already', () => {
  const connection = connectionDefaults()
  connection.tunnels[0].bgp.tunnelCidr = '169.254.11.0/30'
  expect(pickTunnelCidr(connection, NOTHING_KNOWN)?.tunnelCidr).toBe('169.254.11.4/30')
})
