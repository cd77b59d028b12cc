import { bgpTunnels, sharesLoad, standsBy } from '@/lib/peer-config/bgp'
import type { Answers } from '@/lib/peer-config/device'
import type { Words } from '@/lib/peer-config/limits'
import type { Peer, PeerTunnel } from '@/lib/peer-config/peer'
import { renewal, sizeOf } from '@/lib/peer-config/size'
import { heading, idOf, lines, nameOf, pairsOf, tunnelTitle, vpcsOf } from '@/lib/peer-config/text'

import { bgpText } from './routing'

const PHASE = {
  // The schema of PAN-OS 10 and 11 has no DES.
  encryption: { '3des': '3des', aes: 'aes-128-cbc', aes192: 'aes-192-cbc', aes256: 'aes-256-cbc' },
  authentication: {
    md5: 'md5',
    sha1: 'sha1',
    sha256: 'sha256',
    sha384: 'sha384',
    sha512: 'sha512',
  },
  group: { group1: 'group1', group2: 'group2', group5: 'group5', group14: 'group14' },
} satisfies Words['ike']
/** What PAN-OS calls the algorithms, the same in both phases. */
export const WORDS: Words = { ike: PHASE, ipsec: PHASE }

const unit = (tunnel: PeerTunnel, answers: Answers) => `tunnel.${idOf(tunnel, answers)}`

/** Set commands, to be pasted in configuration mode. */
export const configText = (peer: Peer, answers: Answers): string =>
  lines(
    heading(peer, '#'),
    peer.tunnels.map((tunnel) => [
      `# ${tunnelTitle(peer, tunnel)}`,
      cryptoProfiles(tunnel, answers),
      gateway(tunnel, answers),
      ipsecTunnel(peer, tunnel, answers),
    ]),
    securityRules(answers),
    bgpTunnels(peer).length > 0 ? bgpText(peer, answers) : staticRoutes(peer, answers),
    sharesLoad(peer, answers) && [
      `set network virtual-router ${answers.vrf} ecmp enable yes`,
      `set network virtual-router ${answers.vrf} ecmp max-path 2`,
    ],
    peer.healthCheck &&
      peer.tunnels[0] &&
      staticRoute(
        answers,
        'cen-health',
        `${peer.healthCheck.source}/32`,
        unit(peer.tunnels[0], answers),
      ),
    'commit',
  )

/** Seconds go up to 65535 only; longer ones are told in whole minutes. */
const lifetime = (seconds: number): string =>
  seconds <= 65_535 ? `seconds ${seconds}` : `minutes ${Math.floor(seconds / 60)}`

function cryptoProfiles({ ike, ipsec, ...tunnel }: PeerTunnel, answers: Answers): string[] {
  const name = nameOf({ ike, ipsec, ...tunnel }, answers)
  const phase1 = `set network ike crypto-profiles ike-crypto-profiles ${name}`
  const phase2 = `set network ike crypto-profiles ipsec-crypto-profiles ${name}`
  const { encryption, authentication, group } = PHASE as Words['ike']
  return [
    `${phase1} encryption ${encryption[ike.encryption]}`,
    `${phase1} hash ${authentication[ike.authentication]}`,
    `${phase1} dh-group ${group[ike.group]}`,
    `${phase1} lifetime ${lifetime(renewal(ike.lifetime))}`,
    `${phase2} esp encryption ${encryption[ipsec.encryption]}`,
    `${phase2} esp authentication ${authentication[ipsec.authentication]}`,
    `${phase2} dh-group ${group[ipsec.group] ?? 'no-pfs'}`,
    `${phase2} lifetime ${lifetime(renewal(ipsec.lifetime))}`,
  ]
}

const IDENTITY = { address: 'ipaddr', name: 'fqdn', user: 'ufqdn', other: '' }

function gateway(tunnel: PeerTunnel, answers: Answers): string[] {
  const { localId, remoteId, enableDpd, ikeVersion } = tunnel
  const name = nameOf(tunnel, answers)
  const own = `set network ike gateway ${name}`
  return lines(
    `${own} authentication pre-shared-key key "${tunnel.psk.replaceAll('"', String.raw`\"`)}"`,
    `${own} protocol version ${ikeVersion}`,
    `${own} protocol ${ikeVersion} ike-crypto-profile ${name}`,
    ikeVersion === 'ikev1' &&
      `${own} protocol ikev1 exchange-mode ${tunnel.aggressive ? 'aggressive' : 'main'}`,
    `${own} protocol ${ikeVersion} dpd enable ${enableDpd ? 'yes' : 'no'}`,
    enableDpd && `${own} protocol ${ikeVersion} dpd interval 5`,
    enableDpd && ikeVersion === 'ikev1' && `${own} protocol ikev1 dpd retry 5`,
    `${own} local-id type ${IDENTITY[localId.kind]} id ${localId.value}`,
    `${own} peer-id type ${IDENTITY[remoteId.kind]} id ${remoteId.value}`,
    `${own} local-address interface ${answers.outside}`,
    `${own} peer-address ip ${tunnel.gateway}`,
    `${own} protocol-common nat-traversal enable ${tunnel.enableNatTraversal ? 'yes' : 'no'}`,
    `${own} protocol-common passive-mode no`,
  ).split('\n')
}

function ipsecTunnel(peer: Peer, tunnel: PeerTunnel, answers: Answers): string[] {
  const name = nameOf(tunnel, answers)
  const own = `set network tunnel ipsec ${name}`
  const device = unit(tunnel, answers)
  const inside = `set network interface tunnel units ${device}`
  return lines(
    tunnel.bgp && `${inside} ip ${tunnel.bgp.address}/30`,
    `${inside} mtu ${sizeOf(tunnel, answers).mtu}`,
    // The segment is the MTU without the headers of IPv4 and TCP.
    `${inside} adjust-tcp-mss enable yes ipv4-mss-adjustment 40`,
    `set network virtual-router ${answers.vrf} interface ${device}`,
    `set zone ${answers.zone} network layer3 ${device}`,
    `${own} auto-key ike-gateway ${name}`,
    `${own} auto-key ipsec-crypto-profile ${name}`,
    `${own} tunnel-interface ${device}`,
    `${own} anti-replay yes`,
    peer.flows &&
      pairsOf(peer).map(
        ([local, remote], index) =>
          `${own} auto-key proxy-id p${index + 1} local ${local} remote ${remote} protocol any`,
      ),
    // Otherwise it would wait for traffic before it starts.
    `# Starts with the first packet; at once with: test vpn ipsec-sa tunnel ${name}`,
  ).split('\n')
}

const securityRules = ({ inside, zone, number }: Answers): string[] =>
  [
    ['out', inside, zone],
    ['in', zone, inside],
  ].map(
    ([name, from, to]) =>
      `set rulebase security rules cen-${number}-${name} from ${from} to ${to} source any destination any application any service any action allow`,
  )

const staticRoute = (
  { vrf }: Answers,
  name: string,
  block: string,
  device: string,
  metric?: number,
): string =>
  `set network virtual-router ${vrf} routing-table ip static-route ${name} destination ${block} interface ${device}${metric === undefined ? '' : ` metric ${metric}`}`

const staticRoutes = (peer: Peer, answers: Answers): string[] =>
  vpcsOf(peer, answers).flatMap((block, index) =>
    peer.tunnels.map((tunnel) =>
      staticRoute(
        answers,
        `${nameOf(tunnel, answers)}-${index + 1}`,
        block,
        unit(tunnel, answers),
        standsBy(peer, tunnel, answers) ? 200 : undefined,
      ),
    ),
  )
