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
  withMask,
} from '@/lib/peer-config/text'

import { wordsOf } from './words'

const RANGE = [120, 86_400] as const

/** The configuration, to be pasted in configuration mode. */
export const configText = (peer: Peer, answers: Answers): string =>
  lines(
    heading(peer, '!'),
    'crypto isakmp identity address',
    `sysopt connection tcpmss ${Math.min(...peer.tunnels.map((tunnel) => sizeOf(tunnel, answers).mss))}`,
    peer.flows && networkObjects(peer, answers),
    peer.tunnels.map((tunnel) => [
      '!',
      `! ${tunnelTitle(peer, tunnel)}`,
      phase1(tunnel, answers),
      phase2(tunnel, answers),
      peer.flows ? cryptoMap(peer, tunnel, answers) : vti(peer, tunnel, answers),
    ]),
    peer.flows && `crypto map cen interface ${answers.outside}`,
    '!',
    bgpTunnels(peer).length > 0 ? bgp(peer, answers) : !peer.flows && staticRoutes(peer, answers),
    peer.healthCheck &&
      !peer.flows &&
      peer.tunnels[0] &&
      `route ${nameOf(peer.tunnels[0], answers)} ${peer.healthCheck.source} 255.255.255.255 ${neighborOf(peer.tunnels[0])} 1`,
  )

function phase1(tunnel: PeerTunnel, answers: Answers): string {
  const { ike, ikeVersion, gateway, psk, enableDpd } = tunnel
  const { encryption, authentication, group } = wordsOf(ikeVersion, answers.version).ike
  const hash = authentication[ike.authentication]
  const isV1 = ikeVersion === 'ikev1'
  return lines(
    `crypto ${ikeVersion} policy ${idOf(tunnel, answers)}`,
    isV1 && ' authentication pre-share',
    ` encryption ${encryption[ike.encryption]}`,
    isV1 ? ` hash ${hash}` : [` integrity ${hash}`, ` prf ${hash}`],
    ` group ${group[ike.group]}`,
    ` lifetime ${isV1 ? '' : 'seconds '}${within(renewal(ike.lifetime), RANGE)}`,
    `crypto ${ikeVersion} enable ${answers.outside}`,
    tunnel.enableNatTraversal && isV1 && 'crypto isakmp nat-traversal 20',
    `tunnel-group ${gateway} type ipsec-l2l`,
    `tunnel-group ${gateway} ipsec-attributes`,
    isV1
      ? ` ikev1 pre-shared-key ${psk}`
      : [
          ` ikev2 remote-authentication pre-shared-key ${psk}`,
          ` ikev2 local-authentication pre-shared-key ${psk}`,
        ],
    tunnel.remoteId.kind !== 'address' && ' peer-id-validate nocheck',
    enableDpd ? ' isakmp keepalive threshold 10 retry 3' : ' isakmp keepalive disable',
  )
}

function phase2(tunnel: PeerTunnel, answers: Answers): string {
  const { ipsec, ikeVersion } = tunnel
  const { encryption, authentication } = wordsOf(ikeVersion, answers.version).ipsec
  const name = nameOf(tunnel, answers)
  return ikeVersion === 'ikev1'
    ? `crypto ipsec ikev1 transform-set ${name} ${encryption[ipsec.encryption]} ${authentication[ipsec.authentication]}`
    : lines(
        `crypto ipsec ikev2 ipsec-proposal ${name}`,
        ` protocol esp encryption ${encryption[ipsec.encryption]}`,
        ` protocol esp integrity ${authentication[ipsec.authentication]}`,
      )
}

/** Proposal, PFS and lifetimes, as a profile and as a crypto map have them. */
function protection(tunnel: PeerTunnel, answers: Answers): string[] {
  const pfs = wordsOf(tunnel.ikeVersion, answers.version).ipsec.group[tunnel.ipsec.group]
  const what = tunnel.ikeVersion === 'ikev1' ? 'ikev1 transform-set' : 'ikev2 ipsec-proposal'
  return [
    `set ${what} ${nameOf(tunnel, answers)}`,
    ...(pfs ? [`set pfs ${pfs}`] : []),
    `set security-association lifetime seconds ${within(renewal(tunnel.ipsec.lifetime), RANGE)}`,
    'set security-association lifetime kilobytes unlimited',
  ]
}

function vti(peer: Peer, tunnel: PeerTunnel, answers: Answers): string {
  const name = nameOf(tunnel, answers)
  return lines(
    `crypto ipsec profile ${name}`,
    protection(tunnel, answers).map((line) => ` ${line}`),
    // Answers may come back through the other tunnel, which only members of one zone accept.
    sharesLoad(peer, answers) && `zone cen-${answers.number}`,
    `interface Tunnel${idOf(tunnel, answers)}`,
    ` nameif ${name}`,
    sharesLoad(peer, answers) && ` zone-member cen-${answers.number}`,
    ` ip address ${insideAddress(tunnel)} 255.255.255.252`,
    ` tunnel source interface ${answers.outside}`,
    ` tunnel destination ${tunnel.gateway}`,
    ' tunnel mode ipsec ipv4',
    ` tunnel protection ipsec profile ${name}`,
  )
}

/** A VTI needs an address; without BGP it means nothing outside of this device. */
const insideAddress = ({ bgp, number }: PeerTunnel) =>
  bgp?.address ?? `169.254.254.${4 * number + 1}`
const neighborOf = ({ bgp, number }: PeerTunnel) => bgp?.neighbor ?? `169.254.254.${4 * number + 2}`

function networkObjects(peer: Peer, answers: Answers): string[] {
  const group = (name: string, blocks: string[]) => [
    `object-group network ${name}`,
    ...blocks.map((block) => ` network-object ${withMask(block)}`),
  ]
  const [local, remote] = [`cen-${answers.number}-lan`, `cen-${answers.number}-cloud`]
  return [
    ...group(local, peer.flows?.local ?? []),
    ...group(remote, peer.flows?.remote ?? []),
    `nat (${answers.inside},${answers.outside}) 1 source static ${local} ${local} destination static ${remote} ${remote} no-proxy-arp route-lookup`,
  ]
}

function cryptoMap(peer: Peer, tunnel: PeerTunnel, answers: Answers): string[] {
  const name = nameOf(tunnel, answers)
  const entry = `crypto map cen ${idOf(tunnel, answers)}`
  return [
    ...pairsOf(peer).map(
      ([local, remote]) =>
        `access-list ${name} extended permit ip ${withMask(local)} ${withMask(remote)}`,
    ),
    `${entry} match address ${name}`,
    `${entry} set peer ${tunnel.gateway}`,
    ...protection(tunnel, answers).map((line) => `${entry} ${line}`),
    ...(tunnel.aggressive ? [`${entry} set ikev1 phase1-mode aggressive`] : []),
  ]
}

function bgp(peer: Peer, answers: Answers): string {
  const tunnels = bgpTunnels(peer)
  const lans = lansOf(peer, answers)
  const asn = tunnels[0]?.bgp.asn ?? ''
  const list = `cen-${answers.number}-lan-out`
  const map = (tunnel: PeerTunnel, side: string) => `${nameOf(tunnel, answers)}-${side}`
  return lines(
    lans.map((lan) => `route Null0 ${withMask(lan)} 254`),
    lans.map((lan, index) => `prefix-list ${list} seq ${5 * (index + 1)} permit ${lan}`),
    tunnels.map((tunnel) => [
      `route-map ${map(tunnel, 'out')} permit 10`,
      ` match ip address prefix-list ${list}`,
      standsBy(peer, tunnel, answers) && ` set as-path prepend ${prepended(asn)}`,
      `route-map ${map(tunnel, 'in')} permit 10`,
      ` set local-preference ${standsBy(peer, tunnel, answers) ? LOCAL_PREFERENCE.standby : LOCAL_PREFERENCE.main}`,
    ]),
    `router bgp ${asn}`,
    ` bgp router-id ${tunnels[0]?.bgp.address ?? ''}`,
    ' address-family ipv4 unicast',
    tunnels.map((tunnel) => [
      `  neighbor ${tunnel.bgp.neighbor} remote-as ${tunnel.bgp.neighborAsn}`,
      `  neighbor ${tunnel.bgp.neighbor} timers ${BGP_TIMERS.keepalive} ${BGP_TIMERS.hold}`,
      `  neighbor ${tunnel.bgp.neighbor} activate`,
      `  neighbor ${tunnel.bgp.neighbor} route-map ${map(tunnel, 'in')} in`,
      `  neighbor ${tunnel.bgp.neighbor} route-map ${map(tunnel, 'out')} out`,
    ]),
    lans.map((lan) => `  network ${withMask(lan).replace(' ', ' mask ')}`),
    sharesLoad(peer, answers) && '  maximum-paths 2',
  )
}

const staticRoutes = (peer: Peer, answers: Answers): string[] =>
  vpcsOf(peer, answers).flatMap((block) =>
    peer.tunnels.map(
      (tunnel) =>
        `route ${nameOf(tunnel, answers)} ${withMask(block)} ${neighborOf(tunnel)} ${standsBy(peer, tunnel, answers) ? 200 : 1}`,
    ),
  )
