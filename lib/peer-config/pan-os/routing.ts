import {
  BGP_TIMERS,
  bgpTunnels,
  LOCAL_PREFERENCE,
  sharesLoad,
  standsBy,
} from '@/lib/peer-config/bgp'
import type { Answers } from '@/lib/peer-config/device'
import type { Peer } from '@/lib/peer-config/peer'
import { idOf, lansOf, lines, nameOf } from '@/lib/peer-config/text'

/** BGP of a virtual router. As soon as there is one export rule, all that no rule allows stays. */
export function bgpText(peer: Peer, answers: Answers): string {
  const bgp = `set network virtual-router ${answers.vrf} protocol bgp`
  const tunnels = bgpTunnels(peer)
  const lans = lansOf(peer, answers)
  return lines(
    `${bgp} enable yes`,
    `${bgp} router-id ${tunnels[0]?.bgp.address ?? ''}`,
    `${bgp} local-as ${tunnels[0]?.bgp.asn ?? ''}`,
    `${bgp} install-route yes`,
    `${bgp} routing-options as-format 4-byte`,
    sharesLoad(peer, answers) && `${bgp} ecmp-multi-as yes`,
    lans.map((lan) => `${bgp} redist-rules ${lan} enable yes`),
    tunnels.map((tunnel) => {
      const name = nameOf(tunnel, answers)
      const peering = `${bgp} peer-group ${name} peer ${name}`
      const standby = standsBy(peer, tunnel, answers)
      return [
        `${bgp} peer-group ${name} type ebgp`,
        `${peering} enable yes`,
        `${peering} peer-as ${tunnel.bgp.neighborAsn}`,
        `${peering} local-address interface tunnel.${idOf(tunnel, answers)} ip ${tunnel.bgp.address}/30`,
        `${peering} peer-address ip ${tunnel.bgp.neighbor}`,
        `${peering} connection-options keep-alive-interval ${BGP_TIMERS.keepalive}`,
        `${peering} connection-options hold-time ${BGP_TIMERS.hold}`,
        `${bgp} policy export rules ${name}-out used-by ${name}`,
        lans.map(
          (lan) => `${bgp} policy export rules ${name}-out match address-prefix ${lan} exact yes`,
        ),
        `${bgp} policy export rules ${name}-out action allow${standby ? ' update as-path prepend 2' : ''}`,
        `${bgp} policy import rules ${name}-in used-by ${name}`,
        `${bgp} policy import rules ${name}-in action allow update local-preference ${standby ? LOCAL_PREFERENCE.standby : LOCAL_PREFERENCE.main}`,
      ]
    }),
  )
}
