import { BGP_TIMERS, bgpTunnels, LOCAL_PREFERENCE, standsBy } from '@/lib/peer-config/bgp'
import type { Answers } from '@/lib/peer-config/device'
import type { Peer } from '@/lib/peer-config/peer'
import { lansOf, lines, nameOf } from '@/lib/peer-config/text'

/** From this release the AS and the router id belong to an instance, before to each connection. */
export const WITH_INSTANCES = '7.20 or later'

/** BGP with its filters. A chain that has a name refuses what no rule of it accepts. */
export function bgpText(peer: Peer, answers: Answers): string {
  const lans = lansOf(peer, answers)
  const list = `cen-${answers.number}-lan`
  return lines(
    lans.map((lan) => `/ip/firewall/address-list add list=${list} address=${lan}`),
    lans.map((lan) => `/ip/route add dst-address=${lan} blackhole distance=254`),
    bgpTunnels(peer).map((tunnel) => {
      const { bgp } = tunnel
      const name = nameOf(tunnel, answers)
      // Overlapping policies do not share load, so the second tunnel always stands by.
      const standby = tunnel.number === 2 || standsBy(peer, tunnel, answers)
      const own = `as=${bgp.asn} router-id=${bgp.address}`
      const withInstance = answers.version === WITH_INSTANCES
      return [
        lans.map(
          (lan) =>
            `/routing/filter/rule add chain=${name}-out rule="if (dst == ${lan}) { ${standby ? 'set bgp-path-prepend 3; ' : ''}accept }"`,
        ),
        `/routing/filter/rule add chain=${name}-in rule="set bgp-local-pref ${standby ? LOCAL_PREFERENCE.standby : LOCAL_PREFERENCE.main}; accept"`,
        withInstance && `/routing/bgp/instance add name=${name} ${own}`,
        `/routing/bgp/connection add name=${name} ${withInstance ? `instance=${name}` : own} remote.address=${bgp.neighbor}/32 remote.as=${bgp.neighborAsn} local.role=ebgp local.address=${bgp.address} output.network=${list} output.filter-chain=${name}-out input.filter=${name}-in keepalive-time=${BGP_TIMERS.keepalive}s hold-time=${BGP_TIMERS.hold}s`,
      ]
    }),
  )
}
