import { commonQuestions, type Device } from '@/lib/peer-config/device'
import { limitsOf, type Words } from '@/lib/peer-config/limits'
import { lines } from '@/lib/peer-config/text'

import { sheetText } from './text'
import { WORDS } from './words'

/** All parameters by their common names, for a device that has no text of its own here. */
export const genericSheet: Device = {
  questions: commonQuestions('WAN').filter(({ id }) => id !== 'outside'),
  limits: (peer, answers) =>
    limitsOf(peer, answers, {
      device: 'IPsec',
      words: (): Words => WORDS,
      lifetimes: { ike: [1, 86_400], ipsec: [1, 86_400] },
      takesIdentity: () => true,
    }),
  write: (peer, answers) => [
    { kind: 'config', text: sheetText(peer, answers) },
    {
      kind: 'verify',
      text: lines(
        'Phase 1 and phase 2 are established.',
        peer.tunnels.flatMap(({ bgp }) => (bgp ? [`${bgp.neighbor} answers a ping.`] : [])),
        peer.tunnels.flatMap(({ bgp }) =>
          bgp ? [`The BGP session with ${bgp.neighbor} is Established.`] : [],
        ),
        peer.healthCheck &&
          `${peer.healthCheck.source} answers a ping from ${peer.healthCheck.destination}.`,
      ),
    },
    {
      kind: 'rekey',
      text: 'Renew the child SA once by hand: a PFS group that differs shows only then with IKEv2.',
    },
    { kind: 'undo', text: 'Remove the tunnel, its selectors, its BGP neighbour and its routes.' },
  ],
}
