import { bgpTunnels, sharesLoad, standsBy } from '@/lib/peer-config/bgp'
import type { Answers } from '@/lib/peer-config/device'
import { within, type Words } from '@/lib/peer-config/limits'
import type { Peer, PeerTunnel, Phase } from '@/lib/peer-config/peer'
import { renewal, sizeOf } from '@/lib/peer-config/size'
import {
  heading,
  hexOf,
  lines,
  nameOf,
  pairsOf,
  tunnelTitle,
  vpcsOf,
  withMask,
} from '@/lib/peer-config/text'

import { bgpText } from './routing'

const PHASE = {
  encryption: { des: 'des', '3des': '3des', aes: 'aes128', aes192: 'aes192', aes256: 'aes256' },
  authentication: {
    md5: 'md5',
    sha1: 'sha1',
    sha256: 'sha256',
    sha384: 'sha384',
    sha512: 'sha512',
  },
  group: { group1: '1', group2: '2', group5: '5', group14: '14' },
} satisfies Words['ike']
/** What FortiOS calls the algorithms, the same in both phases. */
export const WORDS: Words = { ike: PHASE, ipsec: PHASE }

const RANGE = [120, 172_800] as const

export const phase2Name = (tunnel: PeerTunnel, answers: Answers, index: number): string =>
  `${nameOf(tunnel, answers)}-p${index + 1}`

/** The configuration, to be pasted in the command line. */
export const configText = (peer: Peer, answers: Answers): string =>
  lines(
    heading(peer, '#'),
    'config vpn ipsec phase1-interface',
    peer.tunnels.map((tunnel) => phase1(peer, tunnel, answers)),
    'end',
    'config vpn ipsec phase2-interface',
    peer.tunnels.map((tunnel) =>
      pairsOf(peer).map((pair, index) => phase2(tunnel, answers, index, pair)),
    ),
    'end',
    'config system interface',
    peer.tunnels.map((tunnel) => tunnelInterface(tunnel, answers)),
    'end',
    policies(peer, answers),
    bgpTunnels(peer).length > 0 && bgpText(peer, answers),
    staticRoutes(peer, answers),
    // Answers may come back through the other tunnel.
    sharesLoad(peer, answers) && [
      'config system settings',
      '    set auxiliary-session enable',
      'end',
    ],
  )

const proposal = ({ encryption, authentication }: Phase): string =>
  `${WORDS.ike.encryption[encryption]}-${WORDS.ike.authentication[authentication]}`

const IDENTITY = { address: 'address', name: 'fqdn', user: 'user-fqdn', other: '' }

function phase1(peer: Peer, tunnel: PeerTunnel, answers: Answers): string {
  const { ike, localId, remoteId, enableDpd, ikeVersion } = tunnel
  return lines(
    `    edit "${nameOf(tunnel, answers)}"`,
    `        set comments "${tunnelTitle(peer, tunnel).replaceAll('"', '_')}"`,
    `        set interface "${answers.outside}"`,
    `        set ike-version ${ikeVersion === 'ikev1' ? 1 : 2}`,
    ikeVersion === 'ikev1' && `        set mode ${tunnel.aggressive ? 'aggressive' : 'main'}`,
    `        set remote-gw ${tunnel.gateway}`,
    // A device that is not told may send a domain name of its own.
    `        set localid-type ${IDENTITY[localId.kind]}`,
    `        set localid "${localId.value}"`,
    // With a fixed gateway the address says enough.
    remoteId.value === tunnel.gateway
      ? '        set peertype any'
      : ['        set peertype one', `        set peerid "${remoteId.value}"`],
    `        set psksecret ${secret(tunnel.psk)}`,
    `        set proposal ${proposal(ike)}`,
    `        set dhgrp ${WORDS.ike.group[ike.group]}`,
    `        set keylife ${within(renewal(ike.lifetime), RANGE)}`,
    enableDpd
      ? [
          '        set dpd on-idle',
          '        set dpd-retrycount 3',
          '        set dpd-retryinterval 10',
        ]
      : '        set dpd disable',
    `        set nattraversal ${tunnel.enableNatTraversal ? 'enable' : 'disable'}`,
    '        set net-device disable',
    '        set add-route disable',
    '        set auto-negotiate enable',
    '        set passive-mode disable',
    '    next',
  )
}

/** 0x stands for bytes; a help sign would open the help, so such keys are given by their bytes, too. */
const secret = (psk: string): string =>
  /^0x/i.test(psk) || psk.includes('?')
    ? `0x${hexOf(psk)}`
    : `"${psk.replaceAll('"', String.raw`\"`)}"`

function phase2(
  tunnel: PeerTunnel,
  answers: Answers,
  index: number,
  [local, remote]: [string, string],
): string {
  const { ipsec } = tunnel
  const group = WORDS.ipsec.group[ipsec.group]
  return lines(
    `    edit "${phase2Name(tunnel, answers, index)}"`,
    `        set phase1name "${nameOf(tunnel, answers)}"`,
    `        set proposal ${proposal(ipsec)}`,
    group ? ['        set pfs enable', `        set dhgrp ${group}`] : '        set pfs disable',
    '        set keylife-type seconds',
    `        set keylifeseconds ${within(renewal(ipsec.lifetime), RANGE)}`,
    `        set src-subnet ${withMask(local)}`,
    `        set dst-subnet ${withMask(remote)}`,
    '        set auto-negotiate enable',
    '        set keepalive enable',
    '    next',
  )
}

function tunnelInterface(tunnel: PeerTunnel, answers: Answers): string {
  const { mtu, mss } = sizeOf(tunnel, answers)
  return lines(
    `    edit "${nameOf(tunnel, answers)}"`,
    tunnel.bgp && [
      `        set ip ${tunnel.bgp.address} 255.255.255.255`,
      `        set remote-ip ${tunnel.bgp.neighbor} 255.255.255.252`,
    ],
    '        set allowaccess ping',
    '        set mtu-override enable',
    `        set mtu ${mtu}`,
    `        set tcp-mss ${mss}`,
    '    next',
  )
}

/** Without a policy in each direction not even phase 1 comes up. */
function policies(peer: Peer, answers: Answers): string {
  const tunnels = peer.tunnels.map((tunnel) => `"${nameOf(tunnel, answers)}"`).join(' ')
  const policy = (name: string, from: string, to: string) => [
    '    edit 0',
    `        set name "cen-${answers.number}-${name}"`,
    `        set srcintf ${from}`,
    `        set dstintf ${to}`,
    '        set srcaddr "all"',
    '        set dstaddr "all"',
    '        set action accept',
    '        set schedule "always"',
    '        set service "ALL"',
    '        set nat disable',
    '    next',
  ]
  return lines(
    'config firewall policy',
    policy('out', `"${answers.inside}"`, tunnels),
    policy('in', tunnels, `"${answers.inside}"`),
    'end',
  )
}

function staticRoutes(peer: Peer, answers: Answers): string[] {
  const [first] = peer.tunnels
  const route = (block: string, tunnel: PeerTunnel, distance?: number) =>
    lines(
      '    edit 0',
      `        set dst ${withMask(block)}`,
      `        set device "${nameOf(tunnel, answers)}"`,
      distance !== undefined && `        set distance ${distance}`,
      '    next',
    )
  const routes = [
    ...(bgpTunnels(peer).length > 0
      ? []
      : vpcsOf(peer, answers).flatMap((block) =>
          peer.tunnels.map((tunnel) =>
            route(block, tunnel, standsBy(peer, tunnel, answers) ? 200 : undefined),
          ),
        )),
    ...(peer.healthCheck && first ? [route(`${peer.healthCheck.source}/32`, first)] : []),
  ]
  return routes.length > 0 ? ['config router static', ...routes, 'end'] : []
}
