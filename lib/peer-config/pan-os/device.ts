import { bgpTunnels } from '@/lib/peer-config/bgp'
import { type Answers, commonQuestions, type Device } from '@/lib/peer-config/device'
import { limitsOf, type Words } from '@/lib/peer-config/limits'
import type { Peer } from '@/lib/peer-config/peer'
import { idOf, lines, nameOf, takenBack } from '@/lib/peer-config/text'

import { configText, WORDS } from './config'

/** Palo Alto PAN-OS 10 and 11 with a virtual router, as set commands. */
export const panOs: Device = {
  questions: [
    ...commonQuestions('ethernet1/1'),
    { id: 'zone', initial: 'vpn' },
    { id: 'inside', initial: 'trust' },
    { id: 'vrf', initial: 'default' },
  ],
  limits: (peer, answers) =>
    limitsOf(peer, answers, {
      device: 'PAN-OS',
      words: (): Words => WORDS,
      lifetimes: { ike: [180, 86_400], ipsec: [180, 86_400] },
      // Its command line has no way to type the sign that asks for help.
      key: (key) => (key.includes('?') ? { impossibleAt: key.indexOf('?') + 1 } : undefined),
      onePairEach: true,
    }),
  write: (peer, answers) => [
    { kind: 'config', text: configText(peer, answers) },
    {
      kind: 'verify',
      text: lines(
        peer.tunnels.map((tunnel) => [
          `show vpn ike-sa gateway ${nameOf(tunnel, answers)}`,
          `show vpn ipsec-sa tunnel ${nameOf(tunnel, answers)}`,
        ]),
        'show vpn flow',
        bgpTunnels(peer).length > 0 && 'show routing protocol bgp summary',
        peer.tunnels.flatMap(({ bgp }) =>
          bgp ? [`ping source ${bgp.address} host ${bgp.neighbor}`] : [],
        ),
      ),
    },
    {
      kind: 'rekey',
      text: lines(
        peer.tunnels.map((tunnel) => [
          `clear vpn ipsec-sa tunnel ${nameOf(tunnel, answers)}`,
          `test vpn ipsec-sa tunnel ${nameOf(tunnel, answers)}`,
        ]),
        '# Phase 1 as well:',
        peer.tunnels.map((tunnel) => [
          `clear vpn ike-sa gateway ${nameOf(tunnel, answers)}`,
          `test vpn ike-sa gateway ${nameOf(tunnel, answers)}`,
        ]),
      ),
    },
    { kind: 'undo', text: undoText(peer, answers) },
  ],
}

/** A line of a rule, a route or a group; what stands before the rest of it names the whole. */
const GOES_AS_A_WHOLE = /^set (.* (?:rules|static-route|peer-group|redist-rules) \S+) .*/

const undoText = (peer: Peer, answers: Answers): string =>
  lines(
    takenBack(configText(peer, answers), GOES_AS_A_WHOLE, (line) =>
      line.replace(GOES_AS_A_WHOLE, 'delete $1'),
    ),
    peer.tunnels.map((tunnel) => {
      const name = nameOf(tunnel, answers)
      const unit = `tunnel.${idOf(tunnel, answers)}`
      return [
        `delete network tunnel ipsec ${name}`,
        `delete network ike gateway ${name}`,
        `delete network ike crypto-profiles ipsec-crypto-profiles ${name}`,
        `delete network ike crypto-profiles ike-crypto-profiles ${name}`,
        `delete zone ${answers.zone} network layer3 ${unit}`,
        `delete network virtual-router ${answers.vrf} interface ${unit}`,
        `delete network interface tunnel units ${unit}`,
      ]
    }),
    'commit',
  )
