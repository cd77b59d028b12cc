import { bgpTunnels } from '@/lib/peer-config/bgp'
import { type Answers, commonQuestions, type Device } from '@/lib/peer-config/device'
import { flowHasNoBgp, limitsOf, mixesKeys, type Words } from '@/lib/peer-config/limits'
import type { Peer } from '@/lib/peer-config/peer'
import { idOf, lines, nameOf, takenBack } from '@/lib/peer-config/text'

import { configText, WORDS } from './config'

/** VyOS 1.4 and 1.5: a VTI for destination routing, tunnels with prefixes for Flow Protection. */
export const vyos: Device = {
  questions: commonQuestions('eth0'),
  limits: (peer, answers) => [
    ...limitsOf(peer, answers, {
      device: 'VyOS',
      words: (): Words => WORDS,
      lifetimes: { ike: [30, 86_400], ipsec: [30, 86_400] },
      seeksNat: () => true,
    }),
    ...flowHasNoBgp(peer, 'VyOS'),
    ...mixesKeys(peer, 'VyOS'),
  ],
  write: (peer, answers) => [
    { kind: 'config', text: configText(peer, answers) },
    {
      kind: 'verify',
      text: lines(
        'show vpn ike sa',
        'show vpn ipsec sa',
        bgpTunnels(peer).length > 0 && 'show bgp summary',
        peer.tunnels.flatMap(({ bgp }) => (bgp ? [`ping ${bgp.neighbor} count 3`] : [])),
      ),
    },
    {
      kind: 'rekey',
      text: lines(
        peer.tunnels.map(
          (tunnel) => `reset vpn ipsec site-to-site peer ${nameOf(tunnel, answers)}`,
        ),
      ),
    },
    { kind: 'undo', text: undoText(peer, answers) },
  ],
}

const undoText = (peer: Peer, answers: Answers): string =>
  lines(
    'configure',
    takenBack(
      configText(peer, answers),
      /^set (protocols static route|protocols bgp address-family ipv4-unicast network|policy (prefix-list|route-map)) /,
      (line) =>
        line.replace(/^set/, 'delete').replace(/( (prefix-list|route-map) cen-\S+) .*/, '$1'),
    ),
    peer.tunnels.map((tunnel) => {
      const name = nameOf(tunnel, answers)
      return [
        tunnel.bgp && `delete protocols bgp neighbor ${tunnel.bgp.neighbor}`,
        `delete vpn ipsec site-to-site peer ${name}`,
        `delete vpn ipsec ike-group ${name}`,
        `delete vpn ipsec esp-group ${name}`,
        `delete vpn ipsec authentication psk ${name}`,
        !peer.flows && `delete interfaces vti vti${idOf(tunnel, answers)}`,
      ]
    }),
    'commit',
  )
