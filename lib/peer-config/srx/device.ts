import { bgpTunnels } from '@/lib/peer-config/bgp'
import { type Answers, commonQuestions, type Device } from '@/lib/peer-config/device'
import { limitsOf, type Words } from '@/lib/peer-config/limits'
import type { Peer } from '@/lib/peer-config/peer'
import { idOf, lines, nameOf, takenBack } from '@/lib/peer-config/text'

import { configText } from './config'
import { NEW, wordsOf } from './words'

/** Juniper SRX with a secure tunnel unit for each tunnel, as set commands. */
export const srx: Device = {
  questions: [
    ...commonQuestions('ge-0/0/0.0'),
    { id: 'zone', initial: 'vpn' },
    { id: 'inside', initial: 'trust' },
    { id: 'version', initial: NEW, choices: [NEW, '23.1 or earlier'] },
  ],
  limits: (peer, answers) =>
    limitsOf(peer, answers, {
      device: `Juniper SRX ${answers.version}`,
      words: (): Words => wordsOf(answers.version),
      lifetimes: { ike: [180, 86_400], ipsec: [180, 86_400] },
      onePairEach: true,
    }),
  write: (peer, answers) => [
    { kind: 'config', text: configText(peer, answers) },
    {
      kind: 'verify',
      text: lines(
        'show security ike sa detail',
        'show security ipsec sa detail',
        bgpTunnels(peer).length > 0 && 'show bgp summary',
        peer.tunnels.flatMap(({ bgp }) => (bgp ? [`ping ${bgp.neighbor} count 3`] : [])),
      ),
    },
    {
      kind: 'rekey',
      text: lines(
        'clear security ipsec security-associations',
        '# Phase 1 as well:',
        peer.tunnels.map(({ gateway }) => `clear security ike security-associations ${gateway}`),
      ),
    },
    { kind: 'undo', text: undoText(peer, answers) },
  ],
}

const undoText = (peer: Peer, answers: Answers): string =>
  lines(
    takenBack(
      configText(peer, answers),
      /^set (routing-options static|policy-options (prefix-list|policy-statement cen-\d\S*)|security policies) /,
      (line) =>
        line
          .replace(/^set/, 'delete')
          // A policy, a statement and a list go as a whole.
          .replace(/( policy(-statement)? cen-\S+| prefix-list cen-\S+) .*/, '$1'),
    ),
    peer.tunnels.map((tunnel) => {
      const name = nameOf(tunnel, answers)
      const unit = idOf(tunnel, answers)
      return [
        `delete security ipsec vpn ${name}`,
        `delete security ipsec policy ${name}`,
        `delete security ipsec proposal ${name}`,
        `delete security ike gateway ${name}`,
        `delete security ike policy ${name}`,
        `delete security ike proposal ${name}`,
        `delete security zones security-zone ${answers.zone} interfaces st0.${unit}`,
        `delete interfaces st0 unit ${unit}`,
        tunnel.bgp && `delete protocols bgp group ${name}`,
      ]
    }),
    'commit',
  )
