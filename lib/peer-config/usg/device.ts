import { bgpTunnels } from '@/lib/peer-config/bgp'
import { type Answers, commonQuestions, type Device } from '@/lib/peer-config/device'
import { flowHasNoBgp, type KeyTrouble, limitsOf, type Words } from '@/lib/peer-config/limits'
import type { Peer } from '@/lib/peer-config/peer'
import { idOf, lines, nameOf } from '@/lib/peer-config/text'

import { configText } from './config'
import { WORDS } from './words'

/** Huawei USG: a tunnel interface for destination routing, a policy with an access list for Flow Protection. */
export const usg: Device = {
  questions: [
    ...commonQuestions('GigabitEthernet0/0/1'),
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
              ' undo ipsec policy',
              'quit',
              `undo ipsec policy cen ${id}`,
              `undo acl ${3000 + id}`,
            ]
          : [`undo interface Tunnel${id}`, `undo ipsec profile ${name}`],
        `undo ike peer ${name}`,
        `undo ipsec proposal ${name}`,
        `undo ike proposal ${id}`,
      ]
    }),
  )
