import type { Answers } from '@/lib/peer-config/device'
import type { Peer, PeerTunnel } from '@/lib/peer-config/peer'
import { block } from '@/lib/peer-config/sheet'
import { renewal, sizeOf } from '@/lib/peer-config/size'
import {
  heading,
  idOf,
  lines,
  nameOf,
  ownAddress,
  pairsOf,
  tunnelTitle,
  vpcsOf,
} from '@/lib/peer-config/text'

import { opnsenseProposal } from './words'

/** What to set on OPNsense, page by page. */
export const opnsenseText = (peer: Peer, answers: Answers): string =>
  lines(
    heading(peer, '#'),
    '',
    peer.tunnels.map((tunnel) => [
      `# ${tunnelTitle(peer, tunnel)}`,
      connection(tunnel, answers),
      children(peer, tunnel, answers),
      inside(peer, tunnel, answers),
    ]),
    block('VPN › IPsec › Advanced Settings', [['Use sha256_96', 'off']]),
    block('Firewall › Rules › IPsec', [['Pass', 'any from the networks in the cloud']]),
    peer.healthCheck &&
      !peer.flows &&
      block('System › Routes › Configuration (health check)', [
        ['Network Address', `${peer.healthCheck.source}/32`],
        ['Gateway', peer.tunnels[0] && nameOf(peer.tunnels[0], answers)],
      ]),
  )

function connection(tunnel: PeerTunnel, answers: Answers): string {
  const { ike, localId, remoteId, ikeVersion } = tunnel
  return lines(
    block(`VPN › IPsec › Connections (${nameOf(tunnel, answers)})`, [
      ['Version', ikeVersion === 'ikev1' ? 'IKEv1' : 'IKEv2'],
      ['Aggressive', ikeVersion === 'ikev1' && (tunnel.aggressive ? 'on' : 'off')],
      ['Local addresses', ownAddress(tunnel, answers)],
      ['Remote addresses', tunnel.gateway],
      ['Proposals', opnsenseProposal(ike)],
      ['MOBIKE', 'off'],
      ['Rekey time (s)', renewal(ike.lifetime)],
      ['Over time (s)', ike.lifetime - renewal(ike.lifetime)],
      ['DPD delay (s)', tunnel.enableDpd ? 10 : 0],
      ['Keyingtries', 0],
    ]),
    block('Local Authentication', [
      ['Authentication', 'Pre-Shared Key'],
      ['ID', localId.value],
    ]),
    block('Remote Authentication', [
      ['Authentication', 'Pre-Shared Key'],
      ['ID', remoteId.value],
    ]),
    block('VPN › IPsec › Pre-Shared Keys', [
      ['Local Identifier', localId.value],
      ['Remote Identifier', remoteId.value],
      ['Pre-Shared Key', tunnel.psk],
      ['Type', 'PSK'],
    ]),
  )
}

/** One child with all selectors; IKEv1 carries one pair in each. */
function children(peer: Peer, tunnel: PeerTunnel, answers: Answers): string {
  const { ipsec, ikeVersion } = tunnel
  const { flows } = peer
  const sets =
    flows && ikeVersion === 'ikev2'
      ? [[flows.local.join(', '), flows.remote.join(', ')] as const]
      : pairsOf(peer)
  return lines(
    sets.map(([local, remote]) =>
      block('Children', [
        ['Mode', 'Tunnel'],
        ['Policies', flows ? 'on' : 'off'],
        ['Start action', 'Start'],
        ['Close action', 'Start'],
        ['DPD action', tunnel.enableDpd ? 'Start' : 'Clear'],
        ['Reqid', !flows && idOf(tunnel, answers)],
        ['ESP proposals', opnsenseProposal(ipsec)],
        ['Local', local],
        ['Remote', remote],
        ['Rekey time (s)', renewal(ipsec.lifetime)],
      ]),
    ),
  )
}

function inside(peer: Peer, tunnel: PeerTunnel, answers: Answers): string | undefined {
  if (peer.flows) return undefined
  const { bgp, number } = tunnel
  const { mtu, mss } = sizeOf(tunnel, answers)
  return lines(
    block('VPN › IPsec › Virtual Tunnel Interfaces', [
      ['Reqid', idOf(tunnel, answers)],
      ['Local address', ownAddress(tunnel, answers)],
      ['Remote address', tunnel.gateway],
      // Without BGP these mean nothing outside of this device.
      ['Tunnel local address', bgp?.address ?? `169.254.254.${4 * number + 1}`],
      ['Tunnel remote address', bgp?.neighbor ?? `169.254.254.${4 * number + 2}`],
    ]),
    block(`Interfaces › Assignments (ipsec${idOf(tunnel, answers)})`, [['MTU', mtu]]),
    block('Firewall › Settings › Normalization', [['Max MSS', mss]]),
    !bgp &&
      block('System › Routes › Configuration', [
        ['Network Addresses', vpcsOf(peer, answers).join(', ')],
        ['Gateway', nameOf(tunnel, answers)],
      ]),
  )
}
