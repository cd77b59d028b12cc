import { bgpTunnels } from '@/lib/peer-config/bgp'
import { type Answers, commonQuestions, type Device } from '@/lib/peer-config/device'
import { flowHasNoBgp, type KeyTrouble, limitsOf, type Words } from '@/lib/peer-config/limits'
import type { Peer } from '@/lib/peer-config/peer'
import { idOf, lines, nameOf, takenBack } from '@/lib/peer-config/text'

import { configText } from './config'
import { WORDS } from './words'

/** Huawei USG: a tunnel interface for destination routing, a policy with an access list for Flow Protection. */
export const usg: Device = {
  questions: [
    // Small models have 100 IKE proposals, and their number is this one.
    ...commonQuestions('GigabitEthernet0/0/1', '11'),
    { id: 'zone', initial: 'untrust' },
    { id: 'inside', initial: 'trust' },
  ],
  limits: (peer, answers) => [
    ...limitsOf(peer, answers, {
      device: 'Huawei USG',
      words: (): Words => WORDS,
      lifetimes: { ike: [60, 604_800], ipsec: [60, 604_800] },
      key: keyTrouble,
      onePairEach: true,
    }),
    ...flowHasNoBgp(peer, 'Huawei USG'),
  ],
  write: (peer, answers) => [
    { kind: 'config', text: configText(peer, answers) },
    {
      kind: 'verify',
      text: lines(
        'display ike sa',
        'display ipsec sa',
        bgpTunnels(peer).length > 0 && 'display bgp peer',
        peer.tunnels.flatMap(({ bgp }) => (bgp ? [`ping ${bgp.neighbor}`] : [])),
      ),
    },
    { kind: 'rekey', text: lines('reset ipsec sa', '# Phase 1 as well:', 'reset ike sa') },
    { kind: 'undo', text: undoText(peer, answers) },
  ],
}

/**
 * A key with a question mark has to stand in quotes and may not end in it; quotes around a key are taken off, so
 * a key that has its own, or needs both, cannot be told.
 */
function keyTrouble(key: string): KeyTrouble | undefined {
  const quote = key.indexOf('"')
  if (key.includes('?') && quote >= 0) return { impossibleAt: quote + 1 }
  if (key.startsWith('"')) return { impossibleAt: 1 }
  return key.endsWith('?') ? { impossibleAt: key.length } : undefined
}

function undoText(peer: Peer, answers: Answers): string {
  const config = configText(peer, answers)
  const undo = (begins: RegExp) => takenBack(config, begins, (line) => `undo ${line}`)
  return lines(
    bgpTunnels(peer).length > 0 && [
      ...config.split('\n').filter((line) => /^bgp \d| ipv4-family /.test(line)),
      ...takenBack(config, /^ +network /, (line) => `  undo ${line}`),
      ' quit',
      bgpTunnels(peer).map(({ bgp }) => ` undo peer ${bgp.neighbor}`),
      'quit',
    ],
    undo(/^ip route-static /).map((line) => line.replace(/ preference \d+$/, '')),
    peer.flows && [
      '# If no other connection is in the policy:',
      `# interface ${answers.outside}, undo ipsec policy, quit`,
    ],
    peer.tunnels.map((tunnel) => {
      const name = nameOf(tunnel, answers)
      const id = idOf(tunnel, answers)
      return [
        peer.flows
          ? [`undo ipsec policy cen ${id}`, `undo acl ${3000 + id}`]
          : [`undo interface Tunnel${id}`, `undo ipsec profile ${name}`],
        `undo ike peer ${name}`,
        `undo ipsec proposal ${name}`,
        `undo ike proposal ${id}`,
      ]
    }),
    takenBack(config, /^route-policy /, (line) => `undo ${line.replace(/ permit .*/, '')}`),
    bgpTunnels(peer).length > 0 && `undo ip ip-prefix cen-${answers.number}-lan`,
    'security-policy',
    takenBack(config, /^ rule name \S+(?<!no-nat)$/, (line) => ` undo ${line}`),
    'quit',
    'nat-policy',
    ` undo rule name cen-${answers.number}-no-nat`,
    'quit',
  )
}
