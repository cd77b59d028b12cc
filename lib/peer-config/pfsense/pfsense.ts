import type { Answers } from '@/lib/peer-config/device'
import type { Peer, PeerTunnel } from '@/lib/peer-config/peer'
import { block } from '@/lib/peer-config/sheet'
import { renewal, sizeOf } from '@/lib/peer-config/size'
import { heading, lines, nameOf, pairsOf, tunnelTitle, vpcsOf } from '@/lib/peer-config/text'

import { PFSENSE_WORDS } from './words'

/** What to set on pfSense, page by page. */
export const pfsenseText = (peer: Peer, answers: Answers): string =>
  lines(
    heading(peer, '#'),
    '',
    peer.tunnels.map((tunnel) => [
      `# ${tunnelTitle(peer, tunnel)}`,
      phase1(tunnel, answers),
      pairsOf(peer).map((pair) => phase2(peer, tunnel, pair)),
      inside(peer, tunnel, answers),
    ]),
    block('Firewall › Rules › IPsec', [['Pass', 'any from the networks in the cloud']]),
    peer.healthCheck &&
      !peer.flows &&
      block('System › Routing › Static Routes (health check)', [
        ['Network', `${peer.healthCheck.source}/32`],
        ['Gateway', peer.tunnels[0] && `${nameOf(peer.tunnels[0], answers)} (VTI)`],
      ]),
  )

const IDENTITY = {
  address: 'IP address',
  name: 'Fully qualified domain name',
  user: 'User distinguished name',
  other: '',
}

function phase1(tunnel: PeerTunnel, answers: Answers): string {
  const { ike, localId, remoteId, ikeVersion } = tunnel
  const { encryption, authentication, group } = PFSENSE_WORDS.ike
  const identifier = ({ kind, value }: PeerTunnel['localId']) => `${IDENTITY[kind]} ${value}`
  return block(`VPN › IPsec › Tunnels › Add P1 (${nameOf(tunnel, answers)})`, [
    ['Key Exchange version', ikeVersion === 'ikev1' ? 'IKEv1' : 'IKEv2'],
    ['Interface', answers.outside],
    ['Remote Gateway', tunnel.gateway],
    ['Authentication Method', 'Mutual PSK'],
    ['Negotiation mode', ikeVersion === 'ikev1' && (tunnel.aggressive ? 'Aggressive' : 'Main')],
    ['My identifier', identifier(localId)],
    ['Peer identifier', identifier(remoteId)],
    ['Pre-Shared Key', tunnel.psk],
    ['Encryption Algorithm', encryption[ike.encryption]],
    ['Hash', authentication[ike.authentication]],
    ['DH Group', group[ike.group]],
    ['Life Time', ike.lifetime],
    ['Rekey Time', ikeVersion === 'ikev2' && renewal(ike.lifetime)],
    ['Reauth Time', ikeVersion === 'ikev1' ? renewal(ike.lifetime) : 0],
    ['Child SA Start Action', 'Initiate at start'],
    ['Child SA Close Action', 'Restart/Reconnect'],
    ['NAT Traversal', 'Auto'],
    ['MOBIKE', ikeVersion === 'ikev2' && 'Disable'],
    ['Split connections', ikeVersion === 'ikev2' && 'off'],
    ['Dead Peer Detection', tunnel.enableDpd ? 'on' : 'off'],
    ['Delay', tunnel.enableDpd && 10],
    ['Max failures', tunnel.enableDpd && 3],
  ])
}

function phase2(peer: Peer, tunnel: PeerTunnel, [local, remote]: [string, string]): string {
  const { ipsec, bgp, number } = tunnel
  const { encryption, authentication, group } = PFSENSE_WORDS.ipsec
  // A VTI needs addresses; without BGP they mean nothing outside of this device.
  const own = bgp?.address ?? `169.254.254.${4 * number + 1}`
  const other = bgp?.neighbor ?? `169.254.254.${4 * number + 2}`
  return block('VPN › IPsec › Tunnels › Add P2', [
    ['Mode', peer.flows ? 'Tunnel IPv4' : 'Routed (VTI)'],
    ['Local Network', peer.flows ? `Network ${local}` : `Network ${own}/30`],
    ['Remote Network', peer.flows ? `Network ${remote}` : `Address ${other}`],
    ['Protocol', 'ESP'],
    ['Encryption Algorithms', encryption[ipsec.encryption]],
    ['Hash Algorithms', authentication[ipsec.authentication]],
    ['PFS key group', group[ipsec.group] ?? 'off'],
    ['Life Time', ipsec.lifetime],
    ['Rekey Time', renewal(ipsec.lifetime)],
    ['Keep Alive', 'on'],
  ])
}

function inside(peer: Peer, tunnel: PeerTunnel, answers: Answers): string | undefined {
  if (peer.flows) return undefined
  const { mtu, mss } = sizeOf(tunnel, answers)
  return lines(
    block(`Interfaces › Assignments (ipsec of ${nameOf(tunnel, answers)})`, [
      ['MTU', mtu],
      ['MSS', mss + 40],
      ['Note', `pfSense takes 40 off the MSS that is set, so segments are ${mss} long`],
    ]),
    !tunnel.bgp &&
      block('System › Routing › Static Routes', [
        ['Networks', vpcsOf(peer, answers).join(', ')],
        ['Gateway', `${nameOf(tunnel, answers)} (VTI)`],
      ]),
  )
}
