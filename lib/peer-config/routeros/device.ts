import { message } from '@/lib/i18n/message'
import { bgpTunnels } from '@/lib/peer-config/bgp'
import { type Answers, commonQuestions, type Device, type Limit } from '@/lib/peer-config/device'
import { eachTunnel, flowHasNoBgp, limitsOf, warning, type Words } from '@/lib/peer-config/limits'
import type { Peer } from '@/lib/peer-config/peer'
import { lansOf, lines, nameOf } from '@/lib/peer-config/text'

import { configText, WORDS } from './config'
import { WITH_INSTANCES } from './routing'

/** MikroTik RouterOS 7: policies only, for it has no tunnel interface of IPsec. */
export const routerOs: Device = {
  questions: [
    ...commonQuestions('ether1'),
    { id: 'version', initial: WITH_INSTANCES, choices: [WITH_INSTANCES, '7.19 or earlier'] },
  ],
  limits: (peer, answers) => [
    ...limitsOf(peer, answers, {
      device: 'RouterOS',
      words: (): Words => WORDS,
      lifetimes: { ike: [60, 86_400], ipsec: [60, 86_400] },
      onePairEach: true,
    }),
    ...policyLimits(peer),
    ...flowHasNoBgp(peer, 'RouterOS'),
  ],
  write: (peer, answers) => [
    { kind: 'config', file: `cen-${answers.number}.rsc`, text: configText(peer, answers) },
    {
      kind: 'verify',
      text: lines(
        '/ip/ipsec/active-peers print',
        '/ip/ipsec/installed-sa print',
        '/ip/ipsec/policy print',
        bgpTunnels(peer).length > 0 && '/routing/bgp/session print',
        peer.tunnels.flatMap(({ bgp }) =>
          bgp ? [`/ping ${bgp.neighbor} src-address=${bgp.address} count=3`] : [],
        ),
      ),
    },
    {
      kind: 'rekey',
      text: lines(
        '/ip/ipsec/installed-sa flush',
        '# Phase 1 as well:',
        '/ip/ipsec/active-peers kill-connections',
      ),
    },
    { kind: 'undo', text: undoText(peer, answers) },
  ],
}

const policyLimits = (peer: Peer): Limit[] => [
  ...(peer.tunnels.length > 1
    ? [warning('tunnelMode', message('device.backupOnly', { device: 'RouterOS' }))]
    : []),
  ...eachTunnel(peer, ({ ikeVersion, remoteId }, path) =>
    ikeVersion === 'ikev1' && remoteId.kind !== 'address'
      ? [warning(`${path}.ike.localId`, message('device.peerUnchecked', { device: 'RouterOS' }))]
      : [],
  ),
]

const undoText = (peer: Peer, answers: Answers): string =>
  lines(
    peer.tunnels.map((tunnel) => {
      const name = nameOf(tunnel, answers)
      return [
        tunnel.bgp && [
          `/routing/bgp/connection remove [find name=${name}]`,
          answers.version === WITH_INSTANCES && `/routing/bgp/instance remove [find name=${name}]`,
          `/routing/filter/rule remove [find chain=${name}-in]`,
          `/routing/filter/rule remove [find chain=${name}-out]`,
          `/ip/address remove [find interface=${name}]`,
          `/interface/bridge remove [find name=${name}]`,
        ],
        `/ip/ipsec/policy remove [find peer=${name}]`,
        `/ip/ipsec/identity remove [find peer=${name}]`,
        `/ip/ipsec/peer remove [find name=${name}]`,
        `/ip/ipsec/proposal remove [find name=${name}]`,
        `/ip/ipsec/profile remove [find name=${name}]`,
      ]
    }),
    bgpTunnels(peer).length > 0 && [
      `/ip/firewall/address-list remove [find list=cen-${answers.number}-lan]`,
      lansOf(peer, answers).map((lan) => `/ip/route remove [find dst-address=${lan} blackhole]`),
    ],
    ['/ip/firewall/nat', '/ip/firewall/mangle', '/ip/firewall/filter'].map(
      (path) => `${path} remove [find comment=cen-${answers.number}]`,
    ),
  )
