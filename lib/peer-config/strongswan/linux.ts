import { sharesLoad, standsBy } from '@/lib/peer-config/bgp'
import type { Answers } from '@/lib/peer-config/device'
import type { Peer, PeerTunnel } from '@/lib/peer-config/peer'
import { sizeOf } from '@/lib/peer-config/size'
import { heading, idOf, lines, ownAddress, tunnelTitle, vpcsOf } from '@/lib/peer-config/text'

/** Which kernel interface carries a tunnel: XFRM by interface id, or VTI by mark where strongSwan has no interface ids. */
type Kind = 'xfrm' | 'vti'

const nameOf = (kind: Kind, tunnel: PeerTunnel, answers: Answers) =>
  `${kind}${idOf(tunnel, answers)}`

/** A script for the start of the machine: interfaces, addresses, forwarding, MSS and the routes that BGP does not bring. */
export const linuxPart = (peer: Peer, answers: Answers, kind: Kind): string =>
  lines(
    '#!/bin/sh',
    heading(peer, '#'),
    '# Run as root when the machine starts.',
    'set -e',
    'sysctl -qw net.ipv4.ip_forward=1',
    peer.tunnels.map((tunnel) => interfaceLines(peer, tunnel, answers, kind)),
    peer.tunnels.every(({ bgp }) => !bgp) && staticRoutes(peer, answers, kind),
    peer.healthCheck && [
      "# The answers to the cloud's health check go back through the tunnel.",
      `ip route replace ${peer.healthCheck.source}/32 dev ${device(peer, answers, kind)}`,
    ],
    '# TCP segments that fit through the tunnel. Let UDP 500, UDP 4500 and protocol 50 in from the gateways.',
    'nft -f - <<END',
    `table inet cen-${answers.number} {}`,
    `delete table inet cen-${answers.number}`,
    `table inet cen-${answers.number} {`,
    '  chain forward {',
    '    type filter hook forward priority mangle;',
    peer.tunnels.map((tunnel) => {
      const { mss } = sizeOf(tunnel, answers)
      const name = nameOf(kind, tunnel, answers)
      return ['oifname', 'iifname'].map(
        (side) => `    ${side} "${name}" tcp flags syn tcp option maxseg size set ${mss}`,
      )
    }),
    '  }',
    '}',
    'END',
  )

const device = (peer: Peer, answers: Answers, kind: Kind) =>
  peer.tunnels[0] ? nameOf(kind, peer.tunnels[0], answers) : ''

function interfaceLines(peer: Peer, tunnel: PeerTunnel, answers: Answers, kind: Kind): string[] {
  const name = nameOf(kind, tunnel, answers)
  const id = idOf(tunnel, answers)
  return lines(
    `# ${tunnelTitle(peer, tunnel)}`,
    kind === 'xfrm'
      ? `ip link add ${name} type xfrm dev ${answers.outside} if_id ${id}`
      : `ip link add ${name} type vti local ${ownAddress(tunnel, answers)} remote ${tunnel.gateway} key ${id}`,
    `ip link set ${name} mtu ${sizeOf(tunnel, answers).mtu} up`,
    tunnel.bgp && `ip addr add ${tunnel.bgp.address}/30 dev ${name}`,
    // Answers may come back through the other tunnel.
    `sysctl -qw net.ipv4.conf.${name}.rp_filter=2`,
    kind === 'vti' && `sysctl -qw net.ipv4.conf.${name}.disable_policy=1`,
  ).split('\n')
}

function staticRoutes(peer: Peer, answers: Answers, kind: Kind): string[] {
  const names = peer.tunnels.map((tunnel) => nameOf(kind, tunnel, answers))
  return vpcsOf(peer, answers).flatMap((block) =>
    sharesLoad(peer, answers)
      ? [`ip route replace ${block} ${names.map((name) => `nexthop dev ${name}`).join(' ')}`]
      : peer.tunnels.map(
          (tunnel, index) =>
            `ip route replace ${block} dev ${names[index]} metric ${standsBy(peer, tunnel, answers) ? 200 : 100}`,
        ),
  )
}
