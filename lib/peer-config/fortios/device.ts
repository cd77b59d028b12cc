import { bgpTunnels } from '@/lib/peer-config/bgp'
import { type Answers, commonQuestions, type Device } from '@/lib/peer-config/device'
import { limitsOf, type Words } from '@/lib/peer-config/limits'
import type { Peer } from '@/lib/peer-config/peer'
import { lansOf, lines, nameOf, pairsOf, vpcsOf } from '@/lib/peer-config/text'

import { configText, phase2Name, WORDS } from './config'

/** The shortest key that FortiOS takes. */
const SHORTEST = 6

/** Fortinet FortiOS 6.4 to 7.6 with a route-based tunnel interface for each tunnel. */
export const fortios: Device = {
  questions: [...commonQuestions('wan1'), { id: 'inside', initial: 'internal' }],
  limits: (peer, answers) =>
    limitsOf(peer, answers, {
      device: 'FortiOS',
      words: (): Words => WORDS,
      lifetimes: { ike: [120, 172_800], ipsec: [120, 172_800] },
      key: (key) => (key.length < SHORTEST ? { shorterThan: SHORTEST } : undefined),
      onePairEach: true,
    }),
  write: (peer, answers) => [
    { kind: 'config', text: configText(peer, answers) },
    {
      kind: 'verify',
      text: lines(
        peer.tunnels.map((tunnel) => [
          `diagnose vpn ike gateway list name ${nameOf(tunnel, answers)}`,
          `diagnose vpn tunnel list name ${nameOf(tunnel, answers)}`,
        ]),
        bgpTunnels(peer).length > 0 && 'get router info bgp summary',
        peer.tunnels.flatMap(({ bgp }) => (bgp ? [`execute ping ${bgp.neighbor}`] : [])),
      ),
    },
    {
      kind: 'rekey',
      text: lines(
        peer.tunnels.map((tunnel) => `diagnose vpn tunnel reset ${nameOf(tunnel, answers)}`),
        '# Phase 1 as well:',
        peer.tunnels.map(
          (tunnel) => `diagnose vpn ike gateway clear name ${nameOf(tunnel, answers)}`,
        ),
      ),
    },
    { kind: 'undo', text: undoText(peer, answers) },
  ],
}

/** References first, for FortiOS deletes nothing that is in use. */
function undoText(peer: Peer, answers: Answers): string {
  const names = peer.tunnels.map((tunnel) => nameOf(tunnel, answers))
  const removal = (path: string, entries: string[]) => [
    `config ${path}`,
    ...entries.map((entry) => `    delete ${entry}`),
    'end',
  ]
  return lines(
    `# First delete the firewall policies cen-${answers.number}-out and cen-${answers.number}-in, and in config router`,
    `# static and config network of config router bgp what was added for ${[...lansOf(peer, answers), ...vpcsOf(peer, answers)].join(', ')}.`,
    bgpTunnels(peer).length > 0 && [
      'config router bgp',
      '    config neighbor',
      bgpTunnels(peer).map(({ bgp }) => `        delete ${bgp.neighbor}`),
      '    end',
      'end',
    ],
    removal(
      'vpn ipsec phase2-interface',
      peer.tunnels.flatMap((tunnel) =>
        pairsOf(peer).map((_, index) => phase2Name(tunnel, answers, index)),
      ),
    ),
    removal('vpn ipsec phase1-interface', names),
    bgpTunnels(peer).length > 0 && [
      removal(
        'router route-map',
        names.flatMap((name) => [`"${name}-in"`, `"${name}-out"`]),
      ),
      removal('router prefix-list', [`"cen-${answers.number}-lan"`]),
    ],
  )
}
