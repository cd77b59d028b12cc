import { expect, it } from 'vitest'

import { answersOf, commonQuestions } from '@/lib/peer-config/device'
import { peerOf } from '@/lib/peer-config/peer'
import { sizeOf } from '@/lib/peer-config/size'

import { ENDS, strong } from './test/strong'

// AWS Site-to-Site VPN publishes the same figures where both have a row. 1500, 1500 behind NAT, 1492, 1492 behind NAT.
const TABLE: [string, string, number[]][] = [
  ['des', 'md5', [1446, 1438, 1438, 1430]],
  ['3des', 'sha256', [1446, 1438, 1438, 1430]],
  ['3des', 'sha384', [1438, 1430, 1430, 1422]],
  ['des', 'sha512', [1430, 1422, 1422, 1414]],
  ['aes', 'sha1', [1438, 1422, 1422, 1422]],
  ['aes256', 'sha256', [1438, 1422, 1422, 1422]],
  ['aes192', 'sha384', [1422, 1422, 1422, 1406]],
  ['aes256', 'sha512', [1422, 1406, 1406, 1406]],
]

it.each(TABLE)('fits %s with %s into the path', (ipsecEncAlg, ipsecAuthAlg, mtus) => {
  const settings = strong('Abcdefgh12345678')
  const [tunnel] = settings.tunnels
  const ipsec = { ...tunnel.ipsec, ipsecEncAlg, ipsecAuthAlg }
  const peer = peerOf('test', { ...settings, tunnels: [{ ...tunnel, ipsec }] }, ENDS)
  const sizes = ['1500', '1492'].flatMap((pathMtu) =>
    ['', '192.168.1.2'].map((ownAddress) =>
      sizeOf(peer.tunnels[0]!, answersOf(commonQuestions('eth0'), { pathMtu, ownAddress })),
    ),
  )
  expect(sizes).toEqual(mtus.map((mtu) => ({ mtu, mss: mtu - 40 })))
})
