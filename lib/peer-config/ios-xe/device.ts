import { message } from '@/lib/i18n/message'
import { bgpTunnels } from '@/lib/peer-config/bgp'
import { type Answers, commonQuestions, type Device, type Limit } from '@/lib/peer-config/device'
import {
  eachTunnel,
  error,
  helpSign,
  limitsOf,
  warning,
  type Words,
} from '@/lib/peer-config/limits'
import type { Peer, PeerTunnel } from '@/lib/peer-config/peer'
import { idOf, lines } from '@/lib/peer-config/text'

import { configText, tunnelName } from './config'
import { NEW_WORDS, OLD_WORDS, REFUSES_WEAK } from './words'

/** Cisco IOS-XE with a static VTI for each tunnel. */
export const iosXe: Device = {
  questions: [
    ...commonQuestions('GigabitEthernet1'),
    { id: 'vrf', initial: '' },
    { id: 'version', initial: REFUSES_WEAK, choices: [REFUSES_WEAK, '17.10 or earlier'] },
  ],
  limits: (peer, answers) => [
    ...limitsOf(peer, answers, {
      device: `Cisco IOS-XE ${answers.version}`,
      words: () => wordsOf(answers),
      lifetimes: { ike: [120, 86_400], ipsec: [120, 86_400] },
      onePairEach: true,
    }),
    ...keyLimits(peer),
    ...identityLimits(peer, answers),
  ],
  write: (peer, answers) => [
    { kind: 'config', text: configText(peer, answers) },
    {
      kind: 'verify',
      text: lines(
        peer.tunnels.map((tunnel) => [
          tunnel.ikeVersion === 'ikev1'
            ? 'show crypto isakmp sa detail'
            : 'show crypto ikev2 sa detailed',
          `show crypto ipsec sa interface ${tunnelName(tunnel, answers)}`,
        ]),
        'show crypto session detail',
        bgpTunnels(peer).length > 0 && 'show bgp ipv4 unicast summary',
        peer.tunnels.flatMap(({ bgp }) => (bgp ? [`ping ${bgp.neighbor}`] : [])),
      ),
    },
    {
      kind: 'rekey',
      text: lines(
        '! The child SAs alone are made again: a PFS group that differs shows only now.',
        peer.tunnels.map(({ gateway }) => `clear crypto sa peer ${gateway}`),
        '! Everything is made again.',
        peer.tunnels.map(({ gateway }) => `clear crypto session remote ${gateway}`),
      ),
    },
    { kind: 'undo', text: undoText(peer, answers) },
  ],
}

const wordsOf = (answers: Answers): Words =>
  answers.version === REFUSES_WEAK ? NEW_WORDS : OLD_WORDS

/** With IKEv2 a key can be given by its bytes, with IKEv1 the help sign has to be typed. */
const keyLimits = (peer: Peer): Limit[] =>
  eachTunnel(peer, ({ ikeVersion, psk }, path) =>
    ikeVersion === 'ikev1' && helpSign(psk)
      ? [warning(`${path}.psk`, message('device.keyControl', { device: 'Cisco IOS-XE' }))]
      : [],
  )

/** An IKEv1 profile sends the address of the interface, or a name; no other address. */
const identityLimits = (peer: Peer, answers: Answers): Limit[] =>
  eachTunnel(peer, (tunnel, path) =>
    tunnel.ikeVersion === 'ikev1' && sendsOther(tunnel, answers)
      ? [error(`${path}.ike.remoteId`, message('device.ownAddress', { device: 'Cisco IOS-XE' }))]
      : [],
  )

const sendsOther = ({ localId, address }: PeerTunnel, answers: Answers): boolean =>
  localId.kind === 'address' && localId.value !== (answers.ownAddress || address)

function undoText(peer: Peer, answers: Answers): string {
  const first = peer.tunnels[0]
  return lines(
    peer.tunnels.map((tunnel) => {
      const name = `cen-${idOf(tunnel, answers)}`
      return [
        `no interface ${tunnelName(tunnel, answers)}`,
        tunnel.bgp && [
          `router bgp ${tunnel.bgp.asn}`,
          ` no neighbor ${tunnel.bgp.neighbor}`,
          'exit',
        ],
        `no crypto ipsec profile ${name}`,
        `no crypto ipsec transform-set ${name}`,
        tunnel.ikeVersion === 'ikev1'
          ? [
              `no crypto isakmp profile ${name}`,
              `no crypto keyring ${name}`,
              `no crypto isakmp policy ${idOf(tunnel, answers)}`,
            ]
          : [`no crypto ikev2 profile ${name}`, `no crypto ikev2 keyring ${name}`],
      ]
    }),
    first?.ikeVersion === 'ikev2' && [
      `no crypto ikev2 policy cen-${answers.number}`,
      peer.tunnels.map((tunnel) => `no crypto ikev2 proposal cen-${idOf(tunnel, answers)}`),
    ],
  )
}
