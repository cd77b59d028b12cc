import { BGP_TIMERS, bgpTunnels } from '@/lib/peer-config/bgp'
import type { Answers } from '@/lib/peer-config/device'
import { isPlaceholder, type Peer, type PeerTunnel } from '@/lib/peer-config/peer'
import { block } from '@/lib/peer-config/sheet'
import { renewal, sizeOf } from '@/lib/peer-config/size'
import { heading, lansOf, lines, pairsOf, tunnelTitle, vpcsOf } from '@/lib/peer-config/text'

import { WORDS } from './words'

/** A parameter sheet, one setting a line. */
export const sheetText = (peer: Peer, answers: Answers): string =>
  lines(
    heading(peer, '#'),
    '',
    peer.tunnels.map((tunnel) => tunnelBlocks(peer, tunnel, answers)),
    block('Routing', [
      ['Networks of this end', lansOf(peer, answers).join(', ')],
      bgpTunnels(peer).length > 0
        ? ['Announce by BGP', 'the networks of this end, and nothing else']
        : ['Static routes into the tunnel', vpcsOf(peer, answers).join(', ')],
      [
        'Route for the health check',
        peer.healthCheck && `${peer.healthCheck.source}/32 into the tunnel`,
      ],
      ['Answers the health check', peer.healthCheck?.destination],
      [
        'Two tunnels',
        peer.tunnelCount > 1 &&
          (answers.balance === 'ecmp'
            ? 'both carry traffic; put both in one zone, answers may come back through the other'
            : 'tunnel 1 carries traffic, tunnel 2 stands by (local preference, AS path prepended)'),
      ],
    ]),
    block('Firewall', [
      [
        'Let in',
        `UDP 500, UDP 4500 and protocol 50 from ${peer.tunnels.map(({ gateway }) => gateway).join(', ')}`,
      ],
      ['Source NAT', 'none for traffic into the tunnel'],
    ]),
  )

const IDENTITY = {
  address: 'IPv4 address',
  name: 'domain name (FQDN)',
  user: 'user at a domain (user FQDN)',
  other: 'as written (key id or distinguished name)',
}

function tunnelBlocks(peer: Peer, tunnel: PeerTunnel, answers: Answers): string[] {
  const { ike, ipsec, localId, remoteId, bgp, psk } = tunnel
  const { mtu, mss } = sizeOf(tunnel, answers)
  const identity = ({ kind, value }: PeerTunnel['localId']) => `${IDENTITY[kind]} ${value}`
  return [
    `# ${tunnelTitle(peer, tunnel)}`,
    block(`Tunnel ${tunnel.number}: phase 1`, [
      ['Peer address', tunnel.gateway],
      ['Own address', answers.ownAddress || tunnel.address],
      ['Own public address', answers.ownAddress !== '' && tunnel.address],
      ['IKE version', tunnel.ikeVersion === 'ikev1' ? 1 : 2],
      ['Mode', tunnel.ikeVersion === 'ikev1' && (tunnel.aggressive ? 'aggressive' : 'main')],
      ['Encryption', WORDS.ike.encryption[ike.encryption]],
      ['Authentication', WORDS.ike.authentication[ike.authentication]],
      ['PRF', tunnel.ikeVersion === 'ikev2' && WORDS.ike.authentication[ike.authentication]],
      ['DH group', WORDS.ike.group[ike.group]],
      ['Lifetime', `${renewal(ike.lifetime)} s (the cloud: ${ike.lifetime} s)`],
      ['Own identity', identity(localId)],
      ['Peer identity', identity(remoteId)],
      ['Pre-shared key', psk],
      ['Length of the key', !isPlaceholder(psk) && psk.length],
      ['Dead peer detection', tunnel.enableDpd ? 'on, every 10 s, 3 tries' : 'off'],
      ['NAT traversal', tunnel.enableNatTraversal ? 'on' : 'off'],
      ['Role', 'initiator, tries again for ever'],
    ]),
    block(`Tunnel ${tunnel.number}: phase 2`, [
      ['Mode', 'ESP, tunnel'],
      ['Encryption', WORDS.ipsec.encryption[ipsec.encryption]],
      ['Authentication', WORDS.ipsec.authentication[ipsec.authentication]],
      ['PFS', WORDS.ipsec.group[ipsec.group] ?? 'off'],
      ['Lifetime', `${renewal(ipsec.lifetime)} s (the cloud: ${ipsec.lifetime} s)`],
      ['Renewal by volume', 'off'],
      [
        'Selectors',
        pairsOf(peer)
          .map(([local, remote]) => `${local} to ${remote}`)
          .join(', '),
      ],
      ['MTU', mtu],
      ['MSS', mss],
    ]),
    ...(bgp
      ? [
          block(`Tunnel ${tunnel.number}: BGP`, [
            ['Tunnel address', `${bgp.address}/30`],
            ['Own AS', bgp.asn],
            ['Neighbour', bgp.neighbor],
            ['Neighbour AS', bgp.neighborAsn],
            ['Timers', `keepalive ${BGP_TIMERS.keepalive} s, hold ${BGP_TIMERS.hold} s`],
          ]),
        ]
      : []),
  ]
}
