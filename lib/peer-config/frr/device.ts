import { message } from '@/lib/i18n/message'
import {
  BGP_TIMERS,
  bgpTunnels,
  LOCAL_PREFERENCE,
  prepended,
  sharesLoad,
  standsBy,
} from '@/lib/peer-config/bgp'
import type { Answers, Device, Limit } from '@/lib/peer-config/device'
import { commonQuestions } from '@/lib/peer-config/device'
import { asnLimits } from '@/lib/peer-config/limits'
import type { Peer } from '@/lib/peer-config/peer'
import { heading, lansOf, lines, nameOf, takenBack, tunnelTitle } from '@/lib/peer-config/text'

/** The BGP half of a device whose IPsec is done by something else. */
export const frr: Device = {
  questions: commonQuestions('eth0').filter(({ id }) => ['number', 'lan', 'balance'].includes(id)),
  limits: (peer) => [...bgpMissing(peer), ...asnLimits(peer)],
  write: (peer, answers) => [
    { kind: 'config', file: '/etc/frr/frr.conf', text: frrConfig(peer, answers) },
    ...frrChecks(peer, answers),
  ],
}

const bgpMissing = (peer: Peer): Limit[] =>
  bgpTunnels(peer).length === 0
    ? [{ path: 'enableBgp', severity: 'error', message: message('device.bgpOnly') }]
    : []

/**
 * The lines for frr.conf. Since FRR 7.4 an eBGP session carries nothing without a policy in each direction, and a
 * network is announced only when that very prefix is in the routing table.
 */
export function frrConfig(peer: Peer, answers: Answers): string {
  const tunnels = bgpTunnels(peer)
  const lans = lansOf(peer, answers)
  const asn = tunnels[0]?.bgp.asn ?? ''
  const name = (tunnel: (typeof tunnels)[0]) => nameOf(tunnel, answers)
  const list = tunnels[0] ? `${name(tunnels[0])}-lan` : ''
  return lines(
    heading(peer, '!'),
    lans.map((lan) => `ip route ${lan} Null0 254`),
    lans.map((lan, index) => `ip prefix-list ${list} seq ${5 * (index + 1)} permit ${lan}`),
    '!',
    tunnels.map((tunnel) => [
      `route-map ${name(tunnel)}-in permit 10`,
      peer.tunnelCount > 1 &&
        ` set local-preference ${standsBy(peer, tunnel, answers) ? LOCAL_PREFERENCE.standby : LOCAL_PREFERENCE.main}`,
      'exit',
      `route-map ${name(tunnel)}-out permit 10`,
      ` match ip address prefix-list ${list}`,
      standsBy(peer, tunnel, answers) && ` set as-path prepend ${prepended(asn)}`,
      'exit',
    ]),
    '!',
    `router bgp ${asn}`,
    ` bgp router-id ${tunnels[0]?.bgp.address ?? ''}`,
    tunnels.map((tunnel) => [
      ` neighbor ${tunnel.bgp.neighbor} remote-as ${tunnel.bgp.neighborAsn}`,
      ` neighbor ${tunnel.bgp.neighbor} description ${tunnelTitle(peer, tunnel)}`,
      ` neighbor ${tunnel.bgp.neighbor} timers ${BGP_TIMERS.keepalive} ${BGP_TIMERS.hold}`,
      ` neighbor ${tunnel.bgp.neighbor} timers connect 10`,
    ]),
    ' address-family ipv4 unicast',
    lans.map((lan) => `  network ${lan}`),
    tunnels.map((tunnel) => [
      `  neighbor ${tunnel.bgp.neighbor} activate`,
      `  neighbor ${tunnel.bgp.neighbor} route-map ${name(tunnel)}-in in`,
      `  neighbor ${tunnel.bgp.neighbor} route-map ${name(tunnel)}-out out`,
    ]),
    sharesLoad(peer, answers) && '  maximum-paths 2',
    ' exit-address-family',
    'exit',
  )
}

/** How to see the sessions, send everything again, and take the BGP away. */
export function frrChecks(peer: Peer, answers: Answers) {
  const tunnels = bgpTunnels(peer)
  const config = frrConfig(peer, answers)
  return [
    {
      kind: 'verify' as const,
      text: lines(
        "vtysh -c 'show bgp ipv4 unicast summary'",
        tunnels.map(({ bgp }) => `vtysh -c 'show bgp neighbors ${bgp.neighbor}'`),
        "vtysh -c 'show ip route bgp'",
      ),
    },
    {
      kind: 'rekey' as const,
      text: lines(tunnels.map(({ bgp }) => `vtysh -c 'clear bgp ${bgp.neighbor} soft'`)),
    },
    {
      kind: 'undo' as const,
      text: lines(
        'vtysh <<END',
        'configure terminal',
        `router bgp ${tunnels[0]?.bgp.asn ?? ''}`,
        tunnels.map(({ bgp }) => ` no neighbor ${bgp.neighbor}`),
        ' address-family ipv4 unicast',
        takenBack(config, /^ +network /, (line) => `  no ${line}`),
        ' exit-address-family',
        'exit',
        takenBack(config, /^(ip route|ip prefix-list|route-map) /, (line) => `no ${line}`),
        'END',
      ),
    },
  ]
}
