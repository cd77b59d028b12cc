import {
  BGP_TIMERS,
  bgpTunnels,
  LOCAL_PREFERENCE,
  prepended,
  sharesLoad,
  standsBy,
} from '@/lib/peer-config/bgp'
import type { Answers } from '@/lib/peer-config/device'
import { within } from '@/lib/peer-config/limits'
import type { Peer, PeerTunnel } from '@/lib/peer-config/peer'
import { renewal, sizeOf } from '@/lib/peer-config/size'
import {
  heading,
  idOf,
  lansOf,
  lines,
  nameOf,
  pairsOf,
  tunnelTitle,
  vpcsOf,
} from '@/lib/peer-config/text'

import { wordsOf } from './words'

const RANGE = [180, 86_400] as const

const unit = (tunnel: PeerTunnel, answers: Answers) => `st0.${idOf(tunnel, answers)}`

/** Set commands, to be pasted after `load set terminal`, which reads a question mark as it stands. */
export const configText = (peer: Peer, answers: Answers): string =>
  lines(
    heading(peer, '#'),
    '# Paste after: configure, load set terminal. Then: commit confirmed 5',
    peer.tunnels.map((tunnel) => [
      `# ${tunnelTitle(peer, tunnel)}`,
      ike(tunnel, answers),
      ipsec(peer, tunnel, answers),
      tunnelInterface(peer, tunnel, answers),
    ]),
    `set security flow tcp-mss ipsec-vpn mss ${Math.min(...peer.tunnels.map((tunnel) => sizeOf(tunnel, answers).mss))}`,
    policies(answers),
    bgpTunnels(peer).length > 0 ? bgp(peer, answers) : !peer.flows && staticRoutes(peer, answers),
    peer.healthCheck &&
      peer.tunnels[0] &&
      `set routing-options static route ${peer.healthCheck.source}/32 next-hop ${unit(peer.tunnels[0], answers)}`,
  )

const IDENTITY = { address: 'inet', name: 'hostname', user: 'user-at-hostname', other: '' }

function ike(tunnel: PeerTunnel, answers: Answers): string[] {
  const { encryption, authentication, group } = wordsOf(answers.version).ike
  const { localId, remoteId, enableDpd } = tunnel
  const name = nameOf(tunnel, answers)
  const proposal = `set security ike proposal ${name}`
  const gateway = `set security ike gateway ${name}`
  return lines(
    `${proposal} authentication-method pre-shared-keys`,
    `${proposal} encryption-algorithm ${encryption[tunnel.ike.encryption]}`,
    `${proposal} authentication-algorithm ${authentication[tunnel.ike.authentication]}`,
    `${proposal} dh-group ${group[tunnel.ike.group]}`,
    `${proposal} lifetime-seconds ${within(renewal(tunnel.ike.lifetime), RANGE)}`,
    tunnel.ikeVersion === 'ikev1' &&
      `set security ike policy ${name} mode ${tunnel.aggressive ? 'aggressive' : 'main'}`,
    `set security ike policy ${name} proposals ${name}`,
    `set security ike policy ${name} pre-shared-key ascii-text "${tunnel.psk.replaceAll('"', String.raw`\"`)}"`,
    `${gateway} ike-policy ${name}`,
    `${gateway} address ${tunnel.gateway}`,
    `${gateway} external-interface ${answers.outside}`,
    `${gateway} version ${tunnel.ikeVersion === 'ikev1' ? 'v1-only' : 'v2-only'}`,
    `${gateway} local-identity ${IDENTITY[localId.kind]} ${localId.value}`,
    `${gateway} remote-identity ${IDENTITY[remoteId.kind]} ${remoteId.value}`,
    enableDpd && [
      `${gateway} dead-peer-detection always-send`,
      `${gateway} dead-peer-detection interval 10`,
      `${gateway} dead-peer-detection threshold 3`,
    ],
    !tunnel.enableNatTraversal && `${gateway} no-nat-traversal`,
  ).split('\n')
}

function ipsec(peer: Peer, tunnel: PeerTunnel, answers: Answers): string[] {
  const { encryption, authentication, group } = wordsOf(answers.version).ipsec
  const name = nameOf(tunnel, answers)
  const pfs = group[tunnel.ipsec.group]
  const proposal = `set security ipsec proposal ${name}`
  const vpn = `set security ipsec vpn ${name}`
  return lines(
    `${proposal} protocol esp`,
    `${proposal} encryption-algorithm ${encryption[tunnel.ipsec.encryption]}`,
    `${proposal} authentication-algorithm ${authentication[tunnel.ipsec.authentication]}`,
    `${proposal} lifetime-seconds ${within(renewal(tunnel.ipsec.lifetime), RANGE)}`,
    pfs && `set security ipsec policy ${name} perfect-forward-secrecy keys ${pfs}`,
    `set security ipsec policy ${name} proposals ${name}`,
    `${vpn} bind-interface ${unit(tunnel, answers)}`,
    `${vpn} df-bit clear`,
    `${vpn} ike gateway ${name}`,
    `${vpn} ike ipsec-policy ${name}`,
    // Each selector brings its route by itself.
    peer.flows &&
      pairsOf(peer).map(
        ([local, remote], index) =>
          `${vpn} traffic-selector t${index + 1} local-ip ${local} remote-ip ${remote}`,
      ),
    `${vpn} establish-tunnels immediately`,
  ).split('\n')
}

function tunnelInterface(peer: Peer, tunnel: PeerTunnel, answers: Answers): string[] {
  const own = `set interfaces st0 unit ${idOf(tunnel, answers)}`
  return [
    `${own} description "${tunnelTitle(peer, tunnel).replaceAll('"', '_')}"`,
    `${own} family inet mtu ${sizeOf(tunnel, answers).mtu}`,
    ...(tunnel.bgp ? [`${own} family inet address ${tunnel.bgp.address}/30`] : []),
    // One zone for both tunnels: answers may come back through the other one.
    `set security zones security-zone ${answers.zone} interfaces ${unit(tunnel, answers)} host-inbound-traffic system-services ping`,
    ...(tunnel.bgp
      ? [
          `set security zones security-zone ${answers.zone} interfaces ${unit(tunnel, answers)} host-inbound-traffic protocols bgp`,
        ]
      : []),
  ]
}

function policies({ zone, inside, outside, number }: Answers): string[] {
  const policy = (from: string, to: string) => {
    const path = `set security policies from-zone ${from} to-zone ${to} policy cen-${number}`
    return [
      `${path} match source-address any`,
      `${path} match destination-address any`,
      `${path} match application any`,
      `${path} then permit`,
    ]
  }
  return [
    ...policy(zone, inside),
    ...policy(inside, zone),
    `# In the zone of ${outside}: host-inbound-traffic system-services ike`,
  ]
}

function bgp(peer: Peer, answers: Answers): string {
  const tunnels = bgpTunnels(peer)
  const asn = tunnels[0]?.bgp.asn ?? ''
  const list = `cen-${answers.number}-lan`
  return lines(
    `set routing-options autonomous-system ${asn}`,
    `set routing-options router-id ${tunnels[0]?.bgp.address ?? ''}`,
    lansOf(peer, answers).map((lan) => [
      `set routing-options static route ${lan} discard`,
      `set routing-options static route ${lan} preference 250`,
      `set policy-options prefix-list ${list} ${lan}`,
    ]),
    tunnels.map((tunnel) => {
      const name = nameOf(tunnel, answers)
      const group = `set protocols bgp group ${name}`
      const policy = `set policy-options policy-statement ${name}`
      const standby = standsBy(peer, tunnel, answers)
      return [
        // Junos announces nothing but BGP routes unless a policy says so.
        `${policy}-out term lan from prefix-list ${list}`,
        standby && `${policy}-out term lan then as-path-prepend "${prepended(asn)}"`,
        `${policy}-out term lan then accept`,
        `${policy}-out term rest then reject`,
        `${policy}-in term all then local-preference ${standby ? LOCAL_PREFERENCE.standby : LOCAL_PREFERENCE.main}`,
        `${policy}-in term all then accept`,
        `${group} type external`,
        `${group} hold-time ${BGP_TIMERS.hold}`,
        `${group} import ${name}-in`,
        `${group} export ${name}-out`,
        `${group} neighbor ${tunnel.bgp.neighbor} peer-as ${tunnel.bgp.neighborAsn}`,
        sharesLoad(peer, answers) && `${group} multipath`,
      ]
    }),
    sharesLoad(peer, answers) && [
      // Two groups of the same neighbour AS: multipath reaches across them.
      'set protocols bgp multipath',
      'set policy-options policy-statement cen-load-balance then load-balance per-packet',
      'set routing-options forwarding-table export cen-load-balance',
    ],
  )
}

const staticRoutes = (peer: Peer, answers: Answers): string[] =>
  vpcsOf(peer, answers).flatMap((block) =>
    peer.tunnels.map((tunnel) =>
      standsBy(peer, tunnel, answers)
        ? `set routing-options static route ${block} qualified-next-hop ${unit(tunnel, answers)} preference 200`
        : `set routing-options static route ${block} next-hop ${unit(tunnel, answers)}`,
    ),
  )
