import { bgpTunnels } from '@/lib/peer-config/bgp'
import { type Answers, commonQuestions, type Device } from '@/lib/peer-config/device'
import { flowHasNoBgp, limitsOf, type Words } from '@/lib/peer-config/limits'
import type { Peer } from '@/lib/peer-config/peer'
import { idOf, lines, nameOf, takenBack } from '@/lib/peer-config/text'

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
      seeksNat: () => true,
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

function undoText(peer: Peer, answers: Answers): string {
  const config = configText(peer, answers)
  const undo = (begins: RegExp) => takenBack(config, begins, (line) => `undo ${line}`)
  return lines(
    bgpTunnels(peer).length > 0 && [
      ...config.split('\n').filter((line) => /^bgp \d| address-family /.test(line)),
      ...takenBack(config, /^ +network /, (line) => `  undo ${line}`),
      ' quit',
      bgpTunnels(peer).map(({ bgp }) => ` undo peer ${bgp.neighbor}`),
      'quit',
    ],
    undo(/^ip route-static /).map((line) => line.replace(/ preference \d+$/, '')),
    peer.flows && [
      '# If no other connection is in the policy:',
      `# interface ${answers.outside}, undo ipsec apply policy, quit`,
    ],
    peer.tunnels.map((tunnel) => {
      const name = nameOf(tunnel, answers)
      const id = idOf(tunnel, answers)
      return [
        peer.flows
          ? [`undo ipsec policy cen ${id}`, `undo acl advanced ${3000 + id}`]
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
    takenBack(config, /^route-policy /, (line) => `undo ${line.replace(/ permit .*/, '')}`),
    bgpTunnels(peer).length > 0 && `undo ip prefix-list cen-${answers.number}-lan`,
    'security-policy ip',
    takenBack(config, /^ rule \d+ name cen-/, (line) =>
      line.replace(/^(rule \d+) name (\S+)$/, ' # $2\n undo $1'),
    ),
    'quit',
  )
}
