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
import type { Peer } from '@/lib/peer-config/peer'
import { idOf, lines, takenBack } from '@/lib/peer-config/text'

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
      // Only for the whole device: no crypto ipsec nat-transparency udp-encapsulation.
      seeksNat: () => true,
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

/**
 * An IKEv1 profile sends the address of the interface, the host name of the router, or a user at a domain: no other
 * address, and no name that is set there.
 */
const identityLimits = (peer: Peer, answers: Answers): Limit[] =>
  eachTunnel(peer, ({ ikeVersion, localId, address }, path) => {
    const field = `${path}.ike.remoteId`
    const device = 'Cisco IOS-XE'
    if (ikeVersion !== 'ikev1') return []
    if (localId.kind === 'name') return [error(field, message('device.ownName', { device }))]
    return localId.kind === 'address' && localId.value !== (answers.ownAddress || address)
      ? [error(field, message('device.ownAddress', { device }))]
      : []
  })

function undoText(peer: Peer, answers: Answers): string {
  const config = configText(peer, answers)
  const no = (begins: RegExp) => takenBack(config, begins, (line) => `no ${line}`)
  const v2 = peer.tunnels.filter(({ ikeVersion }) => ikeVersion === 'ikev2')
  return lines(
    bgpTunnels(peer).length > 0 && [
      ...config.split('\n').filter((line) => /^router bgp | address-family /.test(line)),
      ...takenBack(config, /^ +network /, (line) => `  no ${line}`),
      // Without a VRF a neighbour belongs to the router itself.
      answers.vrf === '' && ' exit-address-family',
      bgpTunnels(peer).map(({ bgp }) => ` no neighbor ${bgp.neighbor}`),
      answers.vrf !== '' && ' exit-address-family',
      'exit',
    ],
    no(/^ip route /),
    peer.tunnels.map((tunnel) => {
      const name = `cen-${idOf(tunnel, answers)}`
      return [
        `no interface ${tunnelName(tunnel, answers)}`,
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
    v2.length > 0 && [
      `no crypto ikev2 policy cen-${answers.number}`,
      v2.map((tunnel) => `no crypto ikev2 proposal cen-${idOf(tunnel, answers)}`),
    ],
    no(/^(route-map|ip access-list|ip prefix-list) /),
  )
}
