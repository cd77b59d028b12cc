import { bgpTunnels } from '@/lib/peer-config/bgp'
import { type Answers, commonQuestions, type Device } from '@/lib/peer-config/device'
import { flowHasNoBgp, limitsOf, type Words } from '@/lib/peer-config/limits'
import type { Peer } from '@/lib/peer-config/peer'
import { idOf, lines, nameOf } from '@/lib/peer-config/text'

import { configText } from './config'
import { wordsOf } from './words'

/** H3C Comware 7: a tunnel interface for destination routing, a policy with an access list for Flow Protection. */
export const comware: Device = {
  questions: [
    ...commonQuestions('GigabitEthernet1/0/1'),
    { id: 'zone', initial: 'Untrust' },
    { id: 'inside', initial: 'Trust' },
  ],
  limits: (peer, answers) => [
    ...limitsOf(peer, answers, {
      device: 'H3C Comware',
      words: ({ ikeVersion }): Words => wordsOf(ikeVersion),
      lifetimes: { ike: [60, 604_800], ipsec: [180, 604_800] },
      // Its command line has no way to type the sign that asks for help.
      key: (key) => (key.includes('?') ? { impossibleAt: key.indexOf('?') + 1 } : undefined),
      onePairEach: true,
    }),
    ...flowHasNoBgp(peer, 'H3C Comware'),
  ],
  write: (peer, answers) => [
    { kind: 'config', text: configText(peer, answers) },
    {
      kind: 'verify',
      text: lines(
        saKinds(peer).map((kind) => `display ${kind} sa verbose`),
        'display ipsec sa',
        bgpTunnels(peer).length > 0 && 'display bgp peer ipv4',
        peer.tunnels.flatMap(({ bgp }) => (bgp ? [`ping ${bgp.neighbor}`] : [])),
      ),
    },
    {
      kind: 'rekey',
      text: lines(
        'reset ipsec sa',
        '# Phase 1 as well:',
        saKinds(peer).map((kind) => `reset ${kind} sa`),
      ),
    },
    { kind: 'undo', text: undoText(peer, answers) },
  ],
}

const saKinds = (peer: Peer): string[] => [
  ...new Set(peer.tunnels.map(({ ikeVersion }) => (ikeVersion === 'ikev1' ? 'ike' : 'ikev2'))),
]

const undoText = (peer: Peer, answers: Answers): string =>
  lines(
    peer.tunnels.map((tunnel) => {
      const name = nameOf(tunnel, answers)
      const id = idOf(tunnel, answers)
      return [
        tunnel.bgp && [`bgp ${tunnel.bgp.asn}`, ` undo peer ${tunnel.bgp.neighbor}`, 'quit'],
        peer.flows
          ? [
              `interface ${answers.outside}`,
              ' undo ipsec apply policy',
              'quit',
              `undo ipsec policy cen ${id}`,
              `undo acl advanced ${3000 + id}`,
            ]
          : [`undo interface Tunnel${id}`, `undo ipsec profile ${name}`],
        `undo ipsec transform-set ${name}`,
        tunnel.ikeVersion === 'ikev1'
          ? [`undo ike profile ${name}`, `undo ike keychain ${name}`, `undo ike proposal ${id}`]
          : [
              `undo ikev2 profile ${name}`,
              `undo ikev2 keychain ${name}`,
              `undo ikev2 policy ${name}`,
              `undo ikev2 proposal ${name}`,
            ],
      ]
    }),
  )
