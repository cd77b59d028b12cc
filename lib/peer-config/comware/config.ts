import { bgpTunnels, standsBy } from '@/lib/peer-config/bgp'
import type { Answers } from '@/lib/peer-config/device'
import type { Peer, PeerTunnel } from '@/lib/peer-config/peer'
import { renewal, sizeOf } from '@/lib/peer-config/size'
import {
  heading,
  idOf,
  lines,
  nameOf,
  networkOf,
  ownAddress,
  pairsOf,
  prefixOf,
  tunnelTitle,
  vpcsOf,
  withWildcard,
} from '@/lib/peer-config/text'
import { bgpText } from '@/lib/peer-config/vrp-bgp'

import { wordsOf } from './words'

const blockOf = (block: string): string => `${networkOf(block)} ${prefixOf(block)}`

const BGP_WORDS = {
  block: blockOf,
  prefixList: { made: 'prefix-list', matched: 'ip address prefix-list' },
  prepend: (asns: string) => asns,
  family: 'address-family ipv4 unicast',
  balance: 'balance 2',
}

const tunnelName = (tunnel: PeerTunnel, answers: Answers) => `Tunnel${idOf(tunnel, answers)}`

/** The configuration, to be pasted in the system view. */
export const configText = (peer: Peer, answers: Answers): string =>
  lines(
    heading(peer, '#'),
    peer.tunnels.map((tunnel) => [
      '#',
      `# ${tunnelTitle(peer, tunnel)}`,
      tunnel.ikeVersion === 'ikev1' ? ikev1(tunnel, answers) : ikev2(tunnel, answers),
      transformSet(tunnel, answers),
      peer.flows ? policy(peer, tunnel, answers) : profile(peer, tunnel, answers),
    ]),
    peer.flows && [`interface ${answers.outside}`, ' ipsec apply policy cen', 'quit'],
    security(peer, answers),
    bgpTunnels(peer).length > 0
      ? bgpText(peer, answers, BGP_WORDS)
      : !peer.flows && staticRoutes(peer, answers),
    peer.healthCheck &&
      !peer.flows &&
      peer.tunnels[0] &&
      `ip route-static ${peer.healthCheck.source} 32 ${tunnelName(peer.tunnels[0], answers)}`,
  )

const DPD = ' dpd interval 10 retry 3 periodic'

const V1_IDENTITY = { address: 'address', name: 'fqdn', user: 'user-fqdn', other: '' }
const V2_IDENTITY = { address: 'address', name: 'fqdn', user: 'email', other: '' }

function ikev1(tunnel: PeerTunnel, answers: Answers): string {
  const { ike, localId, remoteId } = tunnel
  const { encryption, authentication, group } = wordsOf('ikev1').ike
  const name = nameOf(tunnel, answers)
  return lines(
    // All of it is said, for the defaults are DES, SHA-1 and group 1.
    `ike proposal ${idOf(tunnel, answers)}`,
    ' authentication-method pre-share',
    ` encryption-algorithm ${encryption[ike.encryption]}`,
    ` authentication-algorithm ${authentication[ike.authentication]}`,
    ` dh ${group[ike.group]}`,
    ` sa duration ${renewal(ike.lifetime)}`,
    'quit',
    `ike keychain ${name}`,
    ` pre-shared-key address ${tunnel.gateway} 255.255.255.255 key simple ${tunnel.psk}`,
    'quit',
    `ike profile ${name}`,
    ` keychain ${name}`,
    ` proposal ${idOf(tunnel, answers)}`,
    ` exchange-mode ${tunnel.aggressive ? 'aggressive' : 'main'}`,
    ` local-identity ${V1_IDENTITY[localId.kind]} ${localId.value}`,
    ` match remote identity ${V1_IDENTITY[remoteId.kind]} ${remoteId.value}${remoteId.kind === 'address' ? ' 255.255.255.255' : ''}`,
    tunnel.enableDpd && DPD,
    'quit',
  )
}

function ikev2(tunnel: PeerTunnel, answers: Answers): string {
  const { ike, localId, remoteId } = tunnel
  const { encryption, authentication, group } = wordsOf('ikev2').ike
  const name = nameOf(tunnel, answers)
  const remote = V2_IDENTITY[remoteId.kind]
  return lines(
    `ikev2 proposal ${name}`,
    ` encryption ${encryption[ike.encryption]}`,
    ` integrity ${authentication[ike.authentication]}`,
    ` prf ${authentication[ike.authentication]}`,
    ` dh ${group[ike.group]}`,
    'quit',
    `ikev2 policy ${name}`,
    ` proposal ${name}`,
    ` match local address ${ownAddress(tunnel, answers)}`,
    'quit',
    `ikev2 keychain ${name}`,
    ` peer ${name}`,
    `  address ${tunnel.gateway} 32`,
    `  identity ${remote} ${remoteId.value}`,
    `  pre-shared-key plaintext ${tunnel.psk}`,
    ' quit',
    'quit',
    `ikev2 profile ${name}`,
    ' authentication-method local pre-share',
    ' authentication-method remote pre-share',
    ` keychain ${name}`,
    ` identity local ${V2_IDENTITY[localId.kind]} ${localId.value}`,
    ` match remote identity ${remote} ${remoteId.value}${remote === 'address' ? ' 255.255.255.255' : ''}`,
    ` sa duration ${renewal(ike.lifetime)}`,
    tunnel.enableDpd && DPD,
    'quit',
  )
}

function transformSet({ ipsec, ikeVersion, ...tunnel }: PeerTunnel, answers: Answers): string {
  const { encryption, authentication, group } = wordsOf(ikeVersion).ipsec
  const pfs = group[ipsec.group]
  return lines(
    `ipsec transform-set ${nameOf({ ipsec, ikeVersion, ...tunnel }, answers)}`,
    ' encapsulation-mode tunnel',
    ' protocol esp',
    ` esp encryption-algorithm ${encryption[ipsec.encryption]}`,
    ` esp authentication-algorithm ${authentication[ipsec.authentication]}`,
    pfs && ` pfs ${pfs}`,
    'quit',
  )
}

/** What a profile and a policy have alike. The limit by volume, which the cloud does not know, is as high as it goes. */
const protection = (tunnel: PeerTunnel, answers: Answers): string[] => [
  ` transform-set ${nameOf(tunnel, answers)}`,
  ` ${tunnel.ikeVersion === 'ikev1' ? 'ike' : 'ikev2'}-profile ${nameOf(tunnel, answers)}`,
  ` sa duration time-based ${renewal(tunnel.ipsec.lifetime)}`,
  ' sa duration traffic-based 4294967295',
  ' sa trigger-mode auto',
  'quit',
]

function profile(peer: Peer, tunnel: PeerTunnel, answers: Answers): string {
  const { mtu, mss } = sizeOf(tunnel, answers)
  const name = nameOf(tunnel, answers)
  return lines(
    `ipsec profile ${name} isakmp`,
    protection(tunnel, answers),
    `interface ${tunnelName(tunnel, answers)} mode ipsec`,
    ` description ${tunnelTitle(peer, tunnel)}`,
    tunnel.bgp
      ? ` ip address ${tunnel.bgp.address} 30`
      : ` ip address unnumbered interface ${answers.outside}`,
    ` source ${ownAddress(tunnel, answers)}`,
    ` destination ${tunnel.gateway}`,
    ` mtu ${mtu}`,
    ` tcp mss ${mss}`,
    ` tunnel protection ipsec profile ${name}`,
    'quit',
    `security-zone name ${answers.zone}`,
    ` import interface ${tunnelName(tunnel, answers)}`,
    'quit',
  )
}

function policy(peer: Peer, tunnel: PeerTunnel, answers: Answers): string {
  const acl = 3000 + idOf(tunnel, answers)
  return lines(
    `acl advanced ${acl}`,
    pairsOf(peer).map(
      ([local, remote], index) =>
        ` rule ${5 * (index + 1)} permit ip source ${withWildcard(local)} destination ${withWildcard(remote)}`,
    ),
    'quit',
    `ipsec policy cen ${idOf(tunnel, answers)} isakmp`,
    ` security acl ${acl}`,
    ` local-address ${ownAddress(tunnel, answers)}`,
    ` remote-address ${tunnel.gateway}`,
    protection(tunnel, answers),
    `interface ${answers.outside}`,
    ` tcp mss ${sizeOf(tunnel, answers).mss}`,
    'quit',
  )
}

/** Rules for IKE, ESP and BGP of the device itself, and for the traffic. */
function security(peer: Peer, answers: Answers): string {
  const { zone, inside, number } = answers
  const rule = (index: number, name: string, from: string, to: string, more: string[] = []) => [
    ` rule ${Number(number) * 10 + index} name cen-${number}-${name}`,
    '  action pass',
    `  source-zone ${from}`,
    `  destination-zone ${to}`,
    ...more,
    '  quit',
  ]
  const from = peer.tunnels.flatMap(({ gateway, bgp }) => [
    `  source-ip-host ${gateway}`,
    ...(bgp ? [`  source-ip-host ${bgp.neighbor}`] : []),
  ])
  const subnets = (side: string, blocks: string[]) =>
    blocks.map((block) => `  ${side}-ip-subnet ${blockOf(block)}`)
  const vpcs = vpcsOf(peer, answers)
  return lines(
    '#',
    'security-policy ip',
    rule(0, 'own-out', 'Local', zone),
    rule(1, 'own-in', zone, 'Local', from),
    rule(2, 'out', inside, zone, subnets('destination', vpcs)),
    rule(3, 'in', zone, inside, subnets('source', vpcs)),
    'quit',
  )
}

const staticRoutes = (peer: Peer, answers: Answers): string[] =>
  vpcsOf(peer, answers).flatMap((block) =>
    peer.tunnels.map(
      (tunnel) =>
        `ip route-static ${blockOf(block)} ${tunnelName(tunnel, answers)}${standsBy(peer, tunnel, answers) ? ' preference 200' : ''}`,
    ),
  )
