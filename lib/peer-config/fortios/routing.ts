import {
  BGP_TIMERS,
  bgpTunnels,
  LOCAL_PREFERENCE,
  prepended,
  sharesLoad,
  standsBy,
} from '@/lib/peer-config/bgp'
import type { Answers } from '@/lib/peer-config/device'
import type { Peer, PeerTunnel } from '@/lib/peer-config/peer'
import { lansOf, lines, nameOf, withMask } from '@/lib/peer-config/text'

/** BGP with its filters: only the networks of this end go out, so that none of the cloud's come back to it. */
export function bgpText(peer: Peer, answers: Answers): string {
  const tunnels = bgpTunnels(peer)
  const lans = lansOf(peer, answers)
  const asn = tunnels[0]?.bgp.asn ?? ''
  const list = `cen-${answers.number}-lan`
  return lines(
    'config router prefix-list',
    `    edit "${list}"`,
    '        config rule',
    lans.map((lan, index) => [
      `            edit ${index + 1}`,
      `                set prefix ${withMask(lan)}`,
      '                unset ge',
      '                unset le',
      '            next',
    ]),
    '        end',
    '    next',
    'end',
    'config router route-map',
    tunnels.map((tunnel) => routeMaps(peer, tunnel, answers, list, asn)),
    'end',
    'config router bgp',
    `    set as ${asn}`,
    `    set router-id ${tunnels[0]?.bgp.address ?? ''}`,
    `    set keepalive-timer ${BGP_TIMERS.keepalive}`,
    `    set holdtime-timer ${BGP_TIMERS.hold}`,
    // The networks go out even where no route is exactly that block.
    '    set network-import-check disable',
    sharesLoad(peer, answers) && '    set ebgp-multipath enable',
    '    config neighbor',
    tunnels.map((tunnel) => [
      `        edit "${tunnel.bgp.neighbor}"`,
      `            set remote-as ${tunnel.bgp.neighborAsn}`,
      `            set route-map-in "${nameOf(tunnel, answers)}-in"`,
      `            set route-map-out "${nameOf(tunnel, answers)}-out"`,
      '        next',
    ]),
    '    end',
    '    config network',
    // 0 is the next free number: those that are in use belong to somebody.
    lans.map((lan) => [
      '        edit 0',
      `            set prefix ${withMask(lan)}`,
      '        next',
    ]),
    '    end',
    'end',
  )
}

function routeMaps(
  peer: Peer,
  tunnel: PeerTunnel,
  answers: Answers,
  list: string,
  asn: string,
): string {
  const standby = standsBy(peer, tunnel, answers)
  return lines(
    `    edit "${nameOf(tunnel, answers)}-out"`,
    '        config rule',
    '            edit 1',
    `                set match-ip-address "${list}"`,
    standby && `                set set-aspath "${prepended(asn)}"`,
    '            next',
    '        end',
    '    next',
    `    edit "${nameOf(tunnel, answers)}-in"`,
    '        config rule',
    '            edit 1',
    `                set set-local-preference ${standby ? LOCAL_PREFERENCE.standby : LOCAL_PREFERENCE.main}`,
    '            next',
    '        end',
    '    next',
  )
}
