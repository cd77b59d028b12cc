import { bgpTunnels, standsBy } from '@/lib/peer-config/bgp'
import type { Answers } from '@/lib/peer-config/device'
import type { Peer, PeerTunnel } from '@/lib/peer-config/peer'
import { renewal, sizeOf } from '@/lib/peer-config/size'
import {
  heading,
  idOf,
  lansOf,
  lines,
  nameOf,
  ownAddress,
  pairsOf,
  tunnelTitle,
  vpcsOf,
  withMask,
  withWildcard,
} from '@/lib/peer-config/text'
import { bgpText } from '@/lib/peer-config/vrp-bgp'

import { WORDS } from './words'

const BGP_WORDS = {
  block: withMask,
  prefixList: { made: 'ip-prefix', matched: 'ip-prefix' },
  prepend: (asns: string) => `${asns} additive`,
  family: 'ipv4-family unicast',
  balance: 'maximum load-balancing 2',
}

const tunnelName = (tunnel: PeerTunnel, answers: Answers) => `Tunnel${idOf(tunnel, answers)}`

/** The configuration, to be pasted in the system view. */
export const configText = (peer: Peer, answers: Answers): string =>
  lines(
    heading(peer, '#'),
    // Without it SHA-2 tunnels come up and every packet is dropped (RFC 4868, section 2.6: truncation).
    'ipsec sha2 compatible enable',
    peer.tunnels.map((tunnel) => [
      '#',
      `# ${tunnelTitle(peer, tunnel)}`,
      ikeText(tunnel, answers),
      proposal(tunnel, answers),
      peer.flows ? policy(peer, tunnel, answers) : profile(peer, tunnel, answers),
    ]),
    peer.flows && [`interface ${answers.outside}`, ' ipsec policy cen', 'quit'],
    security(peer, answers),
    bgpTunnels(peer).length > 0
      ? bgpText(peer, answers, BGP_WORDS)
      : !peer.flows && staticRoutes(peer, answers),
    peer.healthCheck &&
      !peer.flows &&
      peer.tunnels[0] &&
      `ip route-static ${peer.healthCheck.source} 255.255.255.255 ${tunnelName(peer.tunnels[0], answers)}`,
  )

const IDENTITY = { address: 'ip', name: 'fqdn', user: 'user-fqdn', other: '' }

function ikeText(tunnel: PeerTunnel, answers: Answers): string {
  const { ike, localId, remoteId, enableDpd } = tunnel
  const { encryption, authentication, group } = WORDS.ike
  const hash = authentication[ike.authentication] ?? ''
  const isV1 = tunnel.ikeVersion === 'ikev1'
  return lines(
    `ike proposal ${idOf(tunnel, answers)}`,
    ' authentication-method pre-share',
    ` encryption-algorithm ${encryption[ike.encryption]}`,
    ` authentication-algorithm ${hash}`,
    !isV1 && [` integrity-algorithm hmac-${hash}`, ` prf hmac-${hash}`],
    ` dh ${group[ike.group]}`,
    ` sa duration ${renewal(ike.lifetime)}`,
    'quit',
    `ike peer ${nameOf(tunnel, answers)}`,
    ` undo version ${isV1 ? 2 : 1}`,
    isV1 && ` exchange-mode ${tunnel.aggressive ? 'aggressive' : 'main'}`,
    ` pre-shared-key ${tunnel.psk.includes('?') ? `"${tunnel.psk}"` : tunnel.psk}`,
    ` ike-proposal ${idOf(tunnel, answers)}`,
    ` remote-address ${tunnel.gateway}`,
    ` local-id-type ${IDENTITY[localId.kind]}`,
    ` local-id ${localId.value}`,
    ` remote-id-type ${IDENTITY[remoteId.kind]}`,
    ` remote-id ${remoteId.value}`,
    enableDpd && [' dpd type periodic', ' dpd idle-time 10', ' dpd retransmit-interval 5'],
    tunnel.enableNatTraversal ? ' nat traversal' : ' undo nat traversal',
    'quit',
  )
}

const proposal = (tunnel: PeerTunnel, answers: Answers): string =>
  lines(
    `ipsec proposal ${nameOf(tunnel, answers)}`,
    ' encapsulation-mode tunnel',
    ' transform esp',
    ` esp encryption-algorithm ${WORDS.ipsec.encryption[tunnel.ipsec.encryption]}`,
    ` esp authentication-algorithm ${WORDS.ipsec.authentication[tunnel.ipsec.authentication]}`,
    'quit',
  )

/** What a profile and a policy have alike. It refuses a rekey that the cloud starts, so it starts them itself. */
function protection(tunnel: PeerTunnel, answers: Answers): string[] {
  const pfs = WORDS.ipsec.group[tunnel.ipsec.group]
  return [
    ` ike-peer ${nameOf(tunnel, answers)}`,
    ` proposal ${nameOf(tunnel, answers)}`,
    ...(pfs ? [` pfs ${pfs}`] : []),
    ` sa duration time-based ${renewal(tunnel.ipsec.lifetime)}`,
    ' sa duration traffic-based 0',
    ' sa trigger-mode auto',
    'quit',
  ]
}

function profile(peer: Peer, tunnel: PeerTunnel, answers: Answers): string {
  const { mtu, mss } = sizeOf(tunnel, answers)
  return lines(
    `ipsec profile ${nameOf(tunnel, answers)}`,
    protection(tunnel, answers),
    `interface ${tunnelName(tunnel, answers)}`,
    ` description ${tunnelTitle(peer, tunnel)}`,
    tunnel.bgp
      ? ` ip address ${tunnel.bgp.address} 255.255.255.252`
      : ` ip address unnumbered interface ${answers.outside}`,
    ' tunnel-protocol ipsec',
    ` source ${ownAddress(tunnel, answers)}`,
    ` destination ${tunnel.gateway}`,
    ` mtu ${mtu}`,
    ` tcp mss ${mss}`,
    ` ipsec profile ${nameOf(tunnel, answers)}`,
    'quit',
    `firewall zone ${answers.zone}`,
    ` add interface ${tunnelName(tunnel, answers)}`,
    'quit',
  )
}

function policy(peer: Peer, tunnel: PeerTunnel, answers: Answers): string {
  const acl = 3000 + idOf(tunnel, answers)
  return lines(
    `acl number ${acl}`,
    pairsOf(peer).map(
      ([local, remote], index) =>
        ` rule ${5 * (index + 1)} permit ip source ${withWildcard(local)} destination ${withWildcard(remote)}`,
    ),
    'quit',
    `ipsec policy cen ${idOf(tunnel, answers)} isakmp`,
    ` security acl ${acl}`,
    ` tunnel local ${ownAddress(tunnel, answers)}`,
    protection(tunnel, answers),
    `firewall tcp-mss ${sizeOf(tunnel, answers).mss}`,
  )
}

/** Rules for IKE, ESP and BGP of the device itself, for the traffic, and against source NAT of the traffic. */
function security(peer: Peer, answers: Answers): string {
  const { zone, inside, number } = answers
  const lans = lansOf(peer, answers)
  const vpcs = vpcsOf(peer, answers)
  const addresses = (side: string, blocks: string[]) =>
    blocks.map((block) => `  ${side}-address ${withMask(block).replace(' ', ' mask ')}`)
  const rule = (name: string, from: string, to: string, more: string[]) => [
    ` rule name cen-${number}-${name}`,
    `  source-zone ${from}`,
    `  destination-zone ${to}`,
    ...more,
    '  action permit',
  ]
  return lines(
    '#',
    'security-policy',
    rule('own-out', 'local', zone, []),
    peer.tunnels.map((tunnel) =>
      rule(`own-in-${tunnel.number}`, zone, 'local', [
        `  source-address ${tunnel.gateway} mask 255.255.255.255`,
        ...(tunnel.bgp ? [`  source-address ${tunnel.bgp.neighbor} mask 255.255.255.255`] : []),
      ]),
    ),
    rule('out', inside, zone, [...addresses('source', lans), ...addresses('destination', vpcs)]),
    rule('in', zone, inside, [...addresses('source', vpcs), ...addresses('destination', lans)]),
    'quit',
    'nat-policy',
    ` rule name cen-${number}-no-nat`,
    `  source-zone ${inside}`,
    `  destination-zone ${zone}`,
    addresses('source', lans),
    addresses('destination', vpcs),
    '  action no-nat',
    ` rule move cen-${number}-no-nat top`,
    'quit',
  )
}

const staticRoutes = (peer: Peer, answers: Answers): string[] =>
  vpcsOf(peer, answers).flatMap((block) =>
    peer.tunnels.map(
      (tunnel) =>
        `ip route-static ${withMask(block)} ${tunnelName(tunnel, answers)}${standsBy(peer, tunnel, answers) ? ' preference 200' : ''}`,
    ),
  )
