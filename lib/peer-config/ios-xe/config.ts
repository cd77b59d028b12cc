import {
  BGP_TIMERS,
  bgpTunnels,
  LOCAL_PREFERENCE,
  prepended,
  sharesLoad,
  standsBy,
} from '@/lib/peer-config/bgp'
import type { Answers } from '@/lib/peer-config/device'
import { within } from '@/lib/peer-config/limits'
import type { Peer, PeerTunnel } from '@/lib/peer-config/peer'
import { renewal, sizeOf } from '@/lib/peer-config/size'
import {
  heading,
  hexOf,
  idOf,
  lansOf,
  lines,
  nameOf,
  pairsOf,
  tunnelTitle,
  vpcsOf,
  withMask,
  withWildcard,
} from '@/lib/peer-config/text'

import { ISAKMP_ENCRYPTION, ISAKMP_HASH, OLD_WORDS } from './words'

const RANGE = [120, 86_400] as const

export const tunnelName = (tunnel: PeerTunnel, answers: Answers): string =>
  `Tunnel${idOf(tunnel, answers)}`

/** The configuration, to be pasted in configuration mode. */
export const configText = (peer: Peer, answers: Answers): string =>
  lines(
    heading(peer, '!'),
    peer.tunnels.some(({ ikeVersion }) => ikeVersion === 'ikev2') && policy(peer, answers),
    peer.tunnels.map((tunnel) => [
      '!',
      `! ${tunnelTitle(peer, tunnel)}`,
      tunnel.ikeVersion === 'ikev1' ? isakmp(tunnel, answers) : ikev2(tunnel, answers),
      ipsec(tunnel, answers),
      accessList(peer, tunnel, answers),
      tunnelInterface(peer, tunnel, answers),
    ]),
    '!',
    bgpTunnels(peer).length > 0 ? bgp(peer, answers) : staticRoutes(peer, answers),
    peer.healthCheck &&
      peer.tunnels[0] &&
      `ip route ${vrf(answers)}${peer.healthCheck.source} 255.255.255.255 ${tunnelName(peer.tunnels[0], answers)}`,
  )

const vrf = (answers: Answers) => (answers.vrf === '' ? '' : `vrf ${answers.vrf} `)

/** One policy offers the proposals of all tunnels: the first that matches a peer is the only one that is used. */
function policy(peer: Peer, answers: Answers): string[] {
  const tunnels = peer.tunnels.filter(({ ikeVersion }) => ikeVersion === 'ikev2')
  return [
    ...tunnels.flatMap((tunnel) => [
      `crypto ikev2 proposal ${nameOf(tunnel, answers)}`,
      ` encryption ${OLD_WORDS.ike.encryption[tunnel.ike.encryption]}`,
      ` integrity ${OLD_WORDS.ike.authentication[tunnel.ike.authentication]}`,
      ` group ${OLD_WORDS.ike.group[tunnel.ike.group]}`,
      'exit',
    ]),
    `crypto ikev2 policy cen-${answers.number}`,
    ...tunnels.map((tunnel) => ` proposal ${nameOf(tunnel, answers)}`),
    'exit',
  ]
}

// `other` is refused beforehand, here and on every device below it.
const V2_IDENTITY = { address: 'address', name: 'fqdn', user: 'email', other: '' }
const V1_MATCH = { address: 'address', name: 'host', user: 'user', other: '' }

function ikev2(tunnel: PeerTunnel, answers: Answers): string {
  const { gateway, localId, remoteId, enableDpd, ike } = tunnel
  const name = nameOf(tunnel, answers)
  return lines(
    `crypto ikev2 keyring ${name}`,
    ` peer ${name}`,
    `  address ${gateway}`,
    // A key is given by its bytes where a sign in it would be read as a request for help.
    `  pre-shared-key ${tunnel.psk.includes('?') ? `hex ${hexOf(tunnel.psk)}` : `0 ${tunnel.psk}`}`,
    ' exit',
    'exit',
    `crypto ikev2 profile ${name}`,
    ` match identity remote ${V2_IDENTITY[remoteId.kind]} ${remoteId.value}${remoteId.kind === 'address' ? ' 255.255.255.255' : ''}`,
    ` identity local ${V2_IDENTITY[localId.kind]} ${localId.value}`,
    ' authentication local pre-share',
    ' authentication remote pre-share',
    ` keyring local ${name}`,
    ` lifetime ${within(renewal(ike.lifetime), RANGE)}`,
    enableDpd && ' dpd 10 3 periodic',
    'exit',
  )
}

function isakmp(tunnel: PeerTunnel, answers: Answers): string {
  const { gateway, psk, localId, remoteId, enableDpd, ike } = tunnel
  const name = nameOf(tunnel, answers)
  return lines(
    `crypto isakmp policy ${idOf(tunnel, answers)}`,
    ` encryption ${ISAKMP_ENCRYPTION[ike.encryption]}`,
    ` hash ${ISAKMP_HASH[ike.authentication]}`,
    ' authentication pre-share',
    ` group ${OLD_WORDS.ike.group[ike.group]}`,
    ` lifetime ${within(renewal(ike.lifetime), RANGE)}`,
    'exit',
    `crypto keyring ${name}`,
    ` pre-shared-key address ${gateway} key ${psk}`,
    'exit',
    `crypto isakmp profile ${name}`,
    ` keyring ${name}`,
    ` self-identity ${localId.kind === 'user' ? `user-fqdn ${localId.value}` : 'address'}`,
    ` match identity ${V1_MATCH[remoteId.kind]} ${remoteId.value}${remoteId.kind === 'address' ? ' 255.255.255.255' : ''}`,
    tunnel.aggressive && ' initiate mode aggressive',
    // Of this profile alone: `crypto isakmp keepalive` would be for all tunnels of the device.
    enableDpd && ' keepalive 10 retry 3',
    'exit',
  )
}

function ipsec(tunnel: PeerTunnel, answers: Answers): string {
  const { ipsec: phase, ikeVersion } = tunnel
  const name = nameOf(tunnel, answers)
  const pfs = OLD_WORDS.ipsec.group[phase.group]
  return lines(
    `crypto ipsec transform-set ${name} ${OLD_WORDS.ipsec.encryption[phase.encryption]} ${OLD_WORDS.ipsec.authentication[phase.authentication]}`,
    ' mode tunnel',
    'exit',
    `crypto ipsec profile ${name}`,
    ` set transform-set ${name}`,
    ` set ${ikeVersion === 'ikev1' ? 'isakmp' : 'ikev2'}-profile ${name}`,
    pfs && ` set pfs ${pfs}`,
    ` set security-association lifetime seconds ${within(renewal(phase.lifetime), RANGE)}`,
    // The cloud knows no limit by volume, IOS-XE has one unless told.
    ' set security-association lifetime kilobytes disable',
    'exit',
  )
}

const accessList = (peer: Peer, tunnel: PeerTunnel, answers: Answers): string[] =>
  peer.flows
    ? [
        `ip access-list extended ${nameOf(tunnel, answers)}`,
        ...pairsOf(peer).map(
          ([local, remote]) => ` permit ip ${withWildcard(local)} ${withWildcard(remote)}`,
        ),
        'exit',
      ]
    : []

function tunnelInterface(peer: Peer, tunnel: PeerTunnel, answers: Answers): string {
  const { mtu, mss } = sizeOf(tunnel, answers)
  const name = nameOf(tunnel, answers)
  return lines(
    `interface ${tunnelName(tunnel, answers)}`,
    ` description ${tunnelTitle(peer, tunnel)}`,
    answers.vrf !== '' && ` vrf forwarding ${answers.vrf}`,
    tunnel.bgp
      ? ` ip address ${tunnel.bgp.address} 255.255.255.252`
      : ` ip unnumbered ${answers.outside}`,
    ` ip mtu ${mtu}`,
    ` ip tcp adjust-mss ${mss}`,
    ` tunnel source ${answers.outside}`,
    ` tunnel destination ${tunnel.gateway}`,
    ' tunnel mode ipsec ipv4',
    ` tunnel protection ipsec ${peer.flows ? `policy ipv4 ${name} ` : ''}profile ${name}`,
    'exit',
  )
}

function bgp(peer: Peer, answers: Answers): string {
  const tunnels = bgpTunnels(peer)
  const lans = lansOf(peer, answers)
  const [first] = tunnels
  const asn = first?.bgp.asn ?? ''
  const list = `cen-${answers.number}-lan`
  const isVrf = answers.vrf !== ''
  const map = (tunnel: PeerTunnel, side: string) => `${nameOf(tunnel, answers)}-${side}`
  return lines(
    // A network is announced only when that very route exists.
    lans.map((lan) => `ip route ${vrf(answers)}${withMask(lan)} Null0 254`),
    lans.map((lan, index) => `ip prefix-list ${list} seq ${5 * (index + 1)} permit ${lan}`),
    tunnels.map((tunnel) => [
      `route-map ${map(tunnel, 'out')} permit 10`,
      ` match ip address prefix-list ${list}`,
      standsBy(peer, tunnel, answers) && ` set as-path prepend ${prepended(asn)}`,
      'exit',
      `route-map ${map(tunnel, 'in')} permit 10`,
      ` set local-preference ${standsBy(peer, tunnel, answers) ? LOCAL_PREFERENCE.standby : LOCAL_PREFERENCE.main}`,
      'exit',
    ]),
    `router bgp ${asn}`,
    isVrf
      ? ` address-family ipv4 vrf ${answers.vrf}`
      : [
          ` bgp router-id ${first?.bgp.address ?? ''}`,
          neighbors(tunnels, ' '),
          ' address-family ipv4',
        ],
    isVrf && neighbors(tunnels, '  '),
    tunnels.map((tunnel) => [
      `  neighbor ${tunnel.bgp.neighbor} activate`,
      `  neighbor ${tunnel.bgp.neighbor} route-map ${map(tunnel, 'in')} in`,
      `  neighbor ${tunnel.bgp.neighbor} route-map ${map(tunnel, 'out')} out`,
    ]),
    lans.map((lan) => `  network ${withMask(lan).replace(' ', ' mask ')}`),
    sharesLoad(peer, answers) && '  maximum-paths 2',
    ' exit-address-family',
    'exit',
  )
}

const neighbors = (tunnels: ReturnType<typeof bgpTunnels>, indent: string): string[] =>
  tunnels.flatMap(({ bgp: { neighbor, neighborAsn } }) => [
    `${indent}neighbor ${neighbor} remote-as ${neighborAsn}`,
    `${indent}neighbor ${neighbor} timers ${BGP_TIMERS.keepalive} ${BGP_TIMERS.hold}`,
  ])

const staticRoutes = (peer: Peer, answers: Answers): string[] =>
  vpcsOf(peer, answers).flatMap((block) =>
    peer.tunnels.map(
      (tunnel) =>
        `ip route ${vrf(answers)}${withMask(block)} ${tunnelName(tunnel, answers)}${standsBy(peer, tunnel, answers) ? ' 200' : ''}`,
    ),
  )
