import { message } from '@/lib/i18n/message'
import { bgpTunnels } from '@/lib/peer-config/bgp'
import { type Answers, commonQuestions, type Device, type Limit } from '@/lib/peer-config/device'
import {
  eachTunnel,
  error,
  flowHasNoBgp,
  helpSign,
  limitsOf,
  warning,
} from '@/lib/peer-config/limits'
import type { Peer } from '@/lib/peer-config/peer'
import { idOf, lines, nameOf, takenBack } from '@/lib/peer-config/text'

import { configText } from './config'
import { STRICT, wordsOf } from './words'

/** Cisco ASA: a VTI for destination routing, a crypto map for Flow Protection. */
export const asa: Device = {
  questions: [
    ...commonQuestions('outside'),
    { id: 'inside', initial: 'inside' },
    { id: 'version', initial: STRICT, choices: [STRICT, '9.14 or earlier'] },
  ],
  limits: (peer, answers) => [
    ...limitsOf(peer, answers, {
      device: `Cisco ASA ${answers.version}`,
      words: ({ ikeVersion }) => wordsOf(ikeVersion, answers.version),
      lifetimes: { ike: [120, 86_400], ipsec: [120, 86_400] },
      key: helpSign,
      onePairEach: true,
      seeksNat: ({ ikeVersion }) => ikeVersion === 'ikev2',
    }),
    ...identityLimits(peer, answers),
    ...flowHasNoBgp(peer, 'Cisco ASA'),
  ],
  write: (peer, answers) => [
    { kind: 'config', text: configText(peer, answers) },
    {
      kind: 'verify',
      text: lines(
        peer.tunnels.map(({ ikeVersion, gateway }) => [
          `show crypto ${ikeVersion} sa detail`,
          `show crypto ipsec sa peer ${gateway}`,
        ]),
        bgpTunnels(peer).length > 0 && 'show bgp summary',
        peer.tunnels.flatMap(({ bgp }) => (bgp ? [`ping ${bgp.neighbor}`] : [])),
      ),
    },
    {
      kind: 'rekey',
      text: lines(
        peer.tunnels.map(({ gateway }) => `clear crypto ipsec sa peer ${gateway}`),
        '! Everything is made again.',
        peer.tunnels.map(({ ikeVersion, gateway }) => `clear crypto ${ikeVersion} sa ${gateway}`),
      ),
    },
    { kind: 'undo', text: undoText(peer, answers) },
  ],
}

/** It names itself by the address of its interface or by its own host name, and VTI knows no aggressive mode. */
const identityLimits = (peer: Peer, answers: Answers): Limit[] =>
  eachTunnel(peer, ({ localId, remoteId, address, aggressive }, path) => [
    ...(localId.kind !== 'address'
      ? [error(`${path}.ike.remoteId`, message('device.ownName', { device: 'Cisco ASA' }))]
      : localId.value === (answers.ownAddress || address)
        ? []
        : [error(`${path}.ike.remoteId`, message('device.ownAddress', { device: 'Cisco ASA' }))]),
    ...(remoteId.kind !== 'address'
      ? [warning(`${path}.ike.localId`, message('device.peerUnchecked', { device: 'Cisco ASA' }))]
      : []),
    ...(aggressive && !peer.flows
      ? [
          {
            ...error(`${path}.ike.ikeMode`, message('device.aggressive', { device: 'Cisco ASA' })),
            instead: 'main',
          },
        ]
      : []),
  ])

function undoText(peer: Peer, answers: Answers): string {
  const config = configText(peer, answers)
  const no = (begins: RegExp) => takenBack(config, begins, (line) => `no ${line}`)
  return lines(
    bgpTunnels(peer).length > 0 && [
      ...config.split('\n').filter((line) => /^router bgp | address-family /.test(line)),
      ...takenBack(config, /^ +(network |neighbor \S+ remote-as )/, (line) => `  no ${line}`),
    ],
    peer.flows && '! If nothing else uses it, first: no crypto map cen interface',
    no(/^(route|nat|crypto map cen \d+|access-list) /),
    peer.tunnels.map((tunnel) => [
      peer.flows
        ? []
        : [
            `no interface Tunnel${idOf(tunnel, answers)}`,
            `no crypto ipsec profile ${nameOf(tunnel, answers)}`,
          ],
      `no tunnel-group ${tunnel.gateway}`,
      tunnel.ikeVersion === 'ikev1'
        ? `no crypto ipsec ikev1 transform-set ${nameOf(tunnel, answers)}`
        : `no crypto ipsec ikev2 ipsec-proposal ${nameOf(tunnel, answers)}`,
      `no crypto ${tunnel.ikeVersion} policy ${idOf(tunnel, answers)}`,
    ]),
    no(/^(zone|route-map|prefix-list|object-group) /),
  )
}
