import type { Answers } from '@/lib/peer-config/device'
import type { Peer, PeerTunnel } from '@/lib/peer-config/peer'

/** How much a route of a tunnel counts where the second one only stands by. */
export const standsBy = (peer: Peer, tunnel: PeerTunnel, answers: Answers): boolean =>
  peer.tunnelCount > 1 && answers.balance === 'backup' && tunnel.number === 2

/** Both tunnels carry traffic. */
export const sharesLoad = (peer: Peer, answers: Answers): boolean =>
  peer.tunnels.length > 1 && answers.balance === 'ecmp'

/** Seconds: the lower hold time of the two ends wins, so a dead tunnel is noticed after 30. */
export const BGP_TIMERS = { keepalive: 10, hold: 30 } as const

/** Preferred and standby: what a route that came in is worth. RFC 4271, LOCAL_PREF: higher wins. */
export const LOCAL_PREFERENCE = { main: 200, standby: 100 } as const

/** The own AS twice more: the cloud then sends through the other tunnel. */
export const prepended = (asn: string): string => `${asn} ${asn}`

export const bgpTunnels = (peer: Peer) =>
  peer.tunnels.flatMap((tunnel) => (tunnel.bgp ? [{ ...tunnel, bgp: tunnel.bgp }] : []))
