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

/** What Huawei's command line and H3C's, which comes from it, say in words of their own. */
interface Dialect {
  /** A block as a static route and a network of BGP take it. */
  block: (lan: string) => string
  /** After `ip`, and after `if-match`. */
  prefixList: { made: string; matched: string }
  /** After `apply as-path`. */
  prepend: (asns: string) => string
  family: string
  balance: string
}

/** BGP with its filters: only the networks of this end go out, so that none of the cloud's come back to it. */
export function bgpText(peer: Peer, answers: Answers, dialect: Dialect): string {
  const { block, prefixList, prepend, family, balance } = dialect
  const tunnels = bgpTunnels(peer)
  const lans = lansOf(peer, answers)
  const asn = tunnels[0]?.bgp.asn ?? ''
  const list = `cen-${answers.number}-lan`
  return lines(
    '#',
    // A network is announced only when that very route exists.
    lans.map((lan) => `ip route-static ${block(lan)} NULL0 preference 254`),
    lans.map(
      (lan, index) =>
        `ip ${prefixList.made} ${list} index ${10 * (index + 1)} permit ${networkOf(lan)} ${prefixOf(lan)}`,
    ),
    tunnels.map((tunnel) => {
      const standby = standsBy(peer, tunnel, answers)
      return [
        `route-policy ${nameOf(tunnel, answers)}-out permit node 10`,
        ` if-match ${prefixList.matched} ${list}`,
        standby && ` apply as-path ${prepend(prepended(asn))}`,
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
    ` ${family}`,
    tunnels.map((tunnel) => [
      `  peer ${tunnel.bgp.neighbor} enable`,
      `  peer ${tunnel.bgp.neighbor} route-policy ${nameOf(tunnel, answers)}-in import`,
      `  peer ${tunnel.bgp.neighbor} route-policy ${nameOf(tunnel, answers)}-out export`,
    ]),
    lans.map((lan) => `  network ${block(lan)}`),
    sharesLoad(peer, answers) && `  ${balance}`,
    ' quit',
    'quit',
  )
}
