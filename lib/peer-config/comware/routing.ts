import {
  BGP_TIMERS,
  bgpTunnels,
  LOCAL_PREFERENCE,
  prepended,
  sharesLoad,
  standsBy,
} from '@/lib/peer-config/bgp'
import type { Answers } from '@/lib/peer-config/device'
import type { Peer } from '@/lib/peer-config/peer'
import { lansOf, lines, nameOf, networkOf, prefixOf } from '@/lib/peer-config/text'

/** BGP with its filters: only the networks of this end go out, so that none of the cloud's come back to it. */
export function bgpText(peer: Peer, answers: Answers): string {
  const tunnels = bgpTunnels(peer)
  const lans = lansOf(peer, answers)
  const asn = tunnels[0]?.bgp.asn ?? ''
  const list = `cen-${answers.number}-lan`
  const apart = (lan: string) => `${networkOf(lan)} ${prefixOf(lan)}`
  return lines(
    '#',
    // A network is announced only when that very route exists.
    lans.map((lan) => `ip route-static ${apart(lan)} NULL0 preference 254`),
    lans.map(
      (lan, index) => `ip prefix-list ${list} index ${10 * (index + 1)} permit ${apart(lan)}`,
    ),
    tunnels.map((tunnel) => {
      const standby = standsBy(peer, tunnel, answers)
      return [
        `route-policy ${nameOf(tunnel, answers)}-out permit node 10`,
        ` if-match ip address prefix-list ${list}`,
        standby && ` apply as-path ${prepended(asn)}`,
        'quit',
        `route-policy ${nameOf(tunnel, answers)}-in permit node 10`,
        ` apply local-preference ${standby ? LOCAL_PREFERENCE.standby : LOCAL_PREFERENCE.main}`,
        'quit',
      ]
    }),
    `bgp ${asn}`,
    ` router-id ${tunnels[0]?.bgp.address ?? ''}`,
    tunnels.map(({ bgp }) => [
      ` peer ${bgp.neighbor} as-number ${bgp.neighborAsn}`,
      ` peer ${bgp.neighbor} timer keepalive ${BGP_TIMERS.keepalive} hold ${BGP_TIMERS.hold}`,
    ]),
    ' address-family ipv4 unicast',
    tunnels.map((tunnel) => [
      `  peer ${tunnel.bgp.neighbor} enable`,
      `  peer ${tunnel.bgp.neighbor} route-policy ${nameOf(tunnel, answers)}-in import`,
      `  peer ${tunnel.bgp.neighbor} route-policy ${nameOf(tunnel, answers)}-out export`,
    ]),
    lans.map((lan) => `  network ${apart(lan)}`),
    sharesLoad(peer, answers) && '  balance 2',
    ' quit',
    'quit',
  )
}
