import {
  BGP_TIMERS,
  bgpTunnels,
  LOCAL_PREFERENCE,
  prepended,
  sharesLoad,
  standsBy,
} from '@/lib/peer-config/bgp'
import type { Answers } from '@/lib/peer-config/device'
import type { Words } from '@/lib/peer-config/limits'
import { isPlaceholder, type Peer, type PeerTunnel } from '@/lib/peer-config/peer'
import { renewal, sizeOf } from '@/lib/peer-config/size'
import {
  heading,
  hexOf,
  idOf,
  lansOf,
  lines,
  nameOf,
  ownAddress,
  pairsOf,
  tunnelTitle,
  vpcsOf,
} from '@/lib/peer-config/text'

const PHASE = {
  encryption: { '3des': '3des', aes: 'aes128', aes192: 'aes192', aes256: 'aes256' },
  authentication: {
    md5: 'md5',
    sha1: 'sha1',
    sha256: 'sha256',
    sha384: 'sha384',
    sha512: 'sha512',
  },
}
const GROUP = { group1: '1', group2: '2', group5: '5', group14: '14' }
/** What VyOS calls the algorithms. It has no DES. */
export const WORDS: Words = {
  ike: { ...PHASE, group: GROUP },
  ipsec: {
    ...PHASE,
    group: {
      group1: 'dh-group1',
      group2: 'dh-group2',
      group5: 'dh-group5',
      group14: 'dh-group14',
    },
  },
}

/** Set commands of configuration mode. */
export const configText = (peer: Peer, answers: Answers): string =>
  lines(
    heading(peer, '#'),
    'configure',
    `set vpn ipsec interface ${answers.outside}`,
    'set vpn ipsec options disable-route-autoinstall',
    peer.tunnels.map((tunnel) => [
      `# ${tunnelTitle(peer, tunnel)}`,
      groups(tunnel, answers),
      sitePeer(peer, tunnel, answers),
      !peer.flows && vti(peer, tunnel, answers),
    ]),
    bgpTunnels(peer).length > 0 ? bgp(peer, answers) : !peer.flows && staticRoutes(peer, answers),
    peer.healthCheck &&
      !peer.flows &&
      peer.tunnels[0] &&
      `set protocols static route ${peer.healthCheck.source}/32 interface vti${idOf(peer.tunnels[0], answers)}`,
    'commit',
    'save',
  )

function groups(tunnel: PeerTunnel, answers: Answers): string[] {
  const { ike, ipsec, enableDpd, ikeVersion } = tunnel
  const ikeGroup = `set vpn ipsec ike-group ${nameOf(tunnel, answers)}`
  const espGroup = `set vpn ipsec esp-group ${nameOf(tunnel, answers)}`
  return lines(
    `${ikeGroup} key-exchange ${ikeVersion}`,
    ikeVersion === 'ikev1' && `${ikeGroup} mode ${tunnel.aggressive ? 'aggressive' : 'main'}`,
    `${ikeGroup} lifetime ${renewal(ike.lifetime)}`,
    `${ikeGroup} proposal 1 encryption ${WORDS.ike.encryption[ike.encryption]}`,
    `${ikeGroup} proposal 1 hash ${WORDS.ike.authentication[ike.authentication]}`,
    `${ikeGroup} proposal 1 dh-group ${WORDS.ike.group[ike.group]}`,
    `${ikeGroup} disable-mobike`,
    `${ikeGroup} close-action start`,
    // Without the node there is no detection of a dead peer at all.
    enableDpd && [
      `${ikeGroup} dead-peer-detection action restart`,
      `${ikeGroup} dead-peer-detection interval 10`,
      `${ikeGroup} dead-peer-detection timeout 30`,
    ],
    `${espGroup} lifetime ${renewal(ipsec.lifetime)}`,
    `${espGroup} mode tunnel`,
    `${espGroup} pfs ${WORDS.ipsec.group[ipsec.group] ?? 'disable'}`,
    `${espGroup} proposal 1 encryption ${WORDS.ipsec.encryption[ipsec.encryption]}`,
    `${espGroup} proposal 1 hash ${WORDS.ipsec.authentication[ipsec.authentication]}`,
  ).split('\n')
}

function sitePeer(peer: Peer, tunnel: PeerTunnel, answers: Answers): string[] {
  const name = nameOf(tunnel, answers)
  const psk = `set vpn ipsec authentication psk ${name}`
  const own = `set vpn ipsec site-to-site peer ${name}`
  return lines(
    `${psk} id '${tunnel.localId.value}'`,
    `${psk} id '${tunnel.remoteId.value}'`,
    `${psk} secret '${secret(tunnel.psk)}'`,
    `${own} authentication mode pre-shared-secret`,
    `${own} authentication local-id '${tunnel.localId.value}'`,
    `${own} authentication remote-id '${tunnel.remoteId.value}'`,
    `${own} connection-type initiate`,
    `${own} ike-group ${name}`,
    `${own} default-esp-group ${name}`,
    `${own} local-address ${ownAddress(tunnel, answers)}`,
    `${own} remote-address ${tunnel.gateway}`,
    peer.flows
      ? selectors(peer, tunnel).map((line) => `${own} ${line}`)
      : [`${own} vti bind vti${idOf(tunnel, answers)}`, `${own} vti esp-group ${name}`],
  ).split('\n')
}

/** VyOS writes the key as it stands into a quoted swanctl value: whatever is not plain is given by its bytes. */
const secret = (psk: string): string =>
  isPlaceholder(psk) || (/^[\w.,:;@%^*()+=~/-]+$/.test(psk) && !/^0[xs]/i.test(psk))
    ? psk
    : `0x${hexOf(psk)}`

/** IKEv1 carries one pair in each child, IKEv2 all of them. */
function selectors(peer: Peer, { ikeVersion }: PeerTunnel): string[] {
  if (ikeVersion === 'ikev1')
    return pairsOf(peer).flatMap(([local, remote], index) => [
      `tunnel ${index + 1} local prefix ${local}`,
      `tunnel ${index + 1} remote prefix ${remote}`,
    ])
  return [
    ...(peer.flows?.local ?? []).map((block) => `tunnel 1 local prefix ${block}`),
    ...(peer.flows?.remote ?? []).map((block) => `tunnel 1 remote prefix ${block}`),
  ]
}

function vti(peer: Peer, tunnel: PeerTunnel, answers: Answers): string[] {
  const { mtu, mss } = sizeOf(tunnel, answers)
  const own = `set interfaces vti vti${idOf(tunnel, answers)}`
  return [
    `${own} description '${tunnelTitle(peer, tunnel).replaceAll(/['"\\]/g, '_')}'`,
    ...(tunnel.bgp ? [`${own} address ${tunnel.bgp.address}/30`] : []),
    `${own} mtu ${mtu}`,
    `${own} ip adjust-mss ${mss}`,
  ]
}

/** VyOS turns off FRR's demand for a policy and for a route, but only its own networks may go out. */
function bgp(peer: Peer, answers: Answers): string {
  const tunnels = bgpTunnels(peer)
  const lans = lansOf(peer, answers)
  const asn = tunnels[0]?.bgp.asn ?? ''
  const list = `cen-${answers.number}-lan`
  return lines(
    lans.map((lan, index) => [
      `set policy prefix-list ${list} rule ${10 * (index + 1)} action permit`,
      `set policy prefix-list ${list} rule ${10 * (index + 1)} prefix ${lan}`,
    ]),
    `set protocols bgp system-as ${asn}`,
    `set protocols bgp parameters router-id ${tunnels[0]?.bgp.address ?? ''}`,
    `set protocols bgp timers keepalive ${BGP_TIMERS.keepalive}`,
    `set protocols bgp timers holdtime ${BGP_TIMERS.hold}`,
    lans.map((lan) => `set protocols bgp address-family ipv4-unicast network ${lan}`),
    sharesLoad(peer, answers) &&
      'set protocols bgp address-family ipv4-unicast maximum-paths ebgp 2',
    tunnels.map((tunnel) => {
      const name = nameOf(tunnel, answers)
      const standby = standsBy(peer, tunnel, answers)
      const neighbor = `set protocols bgp neighbor ${tunnel.bgp.neighbor}`
      const map = (side: string) => `set policy route-map ${name}-${side} rule 10`
      return [
        `${map('out')} action permit`,
        `${map('out')} match ip address prefix-list ${list}`,
        standby && `${map('out')} set as-path prepend '${prepended(asn)}'`,
        `${map('in')} action permit`,
        `${map('in')} set local-preference ${standby ? LOCAL_PREFERENCE.standby : LOCAL_PREFERENCE.main}`,
        `${neighbor} remote-as ${tunnel.bgp.neighborAsn}`,
        `${neighbor} address-family ipv4-unicast route-map import ${name}-in`,
        `${neighbor} address-family ipv4-unicast route-map export ${name}-out`,
      ]
    }),
  )
}

const staticRoutes = (peer: Peer, answers: Answers): string[] =>
  vpcsOf(peer, answers).flatMap((block) =>
    peer.tunnels.map(
      (tunnel) =>
        `set protocols static route ${block} interface vti${idOf(tunnel, answers)}${standsBy(peer, tunnel, answers) ? ' distance 200' : ''}`,
    ),
  )
