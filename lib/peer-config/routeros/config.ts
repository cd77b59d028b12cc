import { bgpTunnels } from '@/lib/peer-config/bgp'
import type { Answers } from '@/lib/peer-config/device'
import type { Words } from '@/lib/peer-config/limits'
import type { Peer, PeerTunnel } from '@/lib/peer-config/peer'
import { renewal, sizeOf } from '@/lib/peer-config/size'
import {
  heading,
  hexOf,
  lansOf,
  lines,
  nameOf,
  ownAddress,
  pairsOf,
  tunnelTitle,
  vpcsOf,
} from '@/lib/peer-config/text'

import { bgpText } from './routing'

const GROUP = { group1: 'modp768', group2: 'modp1024', group5: 'modp1536', group14: 'modp2048' }
/** What RouterOS calls the algorithms. Phase 2 has no SHA-384. */
export const WORDS: Words = {
  ike: {
    encryption: {
      des: 'des',
      '3des': '3des',
      aes: 'aes-128',
      aes192: 'aes-192',
      aes256: 'aes-256',
    },
    authentication: {
      md5: 'md5',
      sha1: 'sha1',
      sha256: 'sha256',
      sha384: 'sha384',
      sha512: 'sha512',
    },
    group: GROUP,
  },
  ipsec: {
    encryption: {
      des: 'des',
      '3des': '3des',
      aes: 'aes-128-cbc',
      aes192: 'aes-192-cbc',
      aes256: 'aes-256-cbc',
    },
    authentication: { md5: 'md5', sha1: 'sha1', sha256: 'sha256', sha512: 'sha512' },
    group: GROUP,
  },
}

/** A script, to be imported or pasted. */
export const configText = (peer: Peer, answers: Answers): string =>
  lines(
    heading(peer, '#'),
    peer.tunnels.map((tunnel) => [
      `# ${tunnelTitle(peer, tunnel)}`,
      phases(tunnel, answers),
      policies(peer, tunnel, answers),
    ]),
    firewall(peer, answers),
    bgpTunnels(peer).length > 0 && bgpText(peer, answers),
  )

function phases(tunnel: PeerTunnel, answers: Answers): string[] {
  const { ike, ipsec, localId, remoteId, ikeVersion } = tunnel
  const name = nameOf(tunnel, answers)
  const mode = ikeVersion === 'ikev2' ? 'ike2' : tunnel.aggressive ? 'aggressive' : 'main'
  const phase1 = WORDS.ike
  const phase2 = WORDS.ipsec
  return [
    `/ip/ipsec/profile add name=${name} enc-algorithm=${phase1.encryption[ike.encryption]} hash-algorithm=${phase1.authentication[ike.authentication]} dh-group=${phase1.group[ike.group]} lifetime=${duration(renewal(ike.lifetime))} nat-traversal=${tunnel.enableNatTraversal ? 'yes' : 'no'} ${tunnel.enableDpd ? 'dpd-interval=10s dpd-maximum-failures=3' : 'dpd-interval=disable-dpd'}`,
    `/ip/ipsec/proposal add name=${name} enc-algorithms=${phase2.encryption[ipsec.encryption]} auth-algorithms=${phase2.authentication[ipsec.authentication]} pfs-group=${phase2.group[ipsec.group] ?? 'none'} lifetime=${duration(renewal(ipsec.lifetime))}`,
    `/ip/ipsec/peer add name=${name} address=${tunnel.gateway}/32 local-address=${ownAddress(tunnel, answers)} exchange-mode=${mode} profile=${name} passive=no send-initial-contact=yes`,
    `/ip/ipsec/identity add peer=${name} auth-method=pre-shared-key secret="${secret(tunnel.psk)}" my-id=${IDENTITY[localId.kind]}:${localId.value} remote-id=${remoteIdOf(remoteId, ikeVersion)} generate-policy=no`,
  ]
}

const IDENTITY = { address: 'address', name: 'fqdn', user: 'user-fqdn', other: '' }

/** Names are compared with IKEv2 alone; with IKEv1 a name is not looked at. */
const remoteIdOf = ({ kind, value }: PeerTunnel['remoteId'], ikeVersion: string): string =>
  kind === 'address' ? 'auto' : ikeVersion === 'ikev2' ? `${IDENTITY[kind]}:${value}` : 'ignore'

/** 0x stands for bytes, so such a key is given by its own. In a string `$` is a variable and `?` asks for help. */
const secret = (psk: string): string =>
  /^0x/i.test(psk) ? `0x${hexOf(psk)}` : psk.replaceAll(/["\\$?]/g, String.raw`\$&`)

/** RouterOS prints and takes times as days, hours, minutes and seconds. */
function duration(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor((seconds % 3600) / 60), 'm'],
    [seconds % 60, 's'],
  ]
  return parts
    .filter(([count]) => count !== 0)
    .map((part) => part.join(''))
    .join('')
}

/** With destination routing: the addresses of BGP, and each network here with each one there. */
function policies(peer: Peer, tunnel: PeerTunnel, answers: Answers): string[] {
  const name = nameOf(tunnel, answers)
  const { bgp } = tunnel
  const pairs: [string, string][] = [
    ...(bgp ? [[`${bgp.address}/32`, `${bgp.neighbor}/32`] satisfies [string, string]] : []),
    // With Flow Protection its addresses are inside the selectors.
    ...(peer.healthCheck && !peer.flows
      ? [
          [`${peer.healthCheck.destination}/32`, `${peer.healthCheck.source}/32`] satisfies [
            string,
            string,
          ],
        ]
      : []),
    ...(peer.flows
      ? pairsOf(peer)
      : lansOf(peer, answers).flatMap((lan) =>
          vpcsOf(peer, answers).map((vpc): [string, string] => [lan, vpc]),
        )),
  ]
  return [
    ...(bgp
      ? [
          `/interface/bridge add name=${name} protocol-mode=none`,
          `/ip/address add address=${bgp.address}/30 interface=${name}`,
        ]
      : []),
    ...pairs.map(
      ([local, remote]) =>
        `/ip/ipsec/policy add peer=${name} tunnel=yes src-address=${local} dst-address=${remote} proposal=${name} level=unique action=encrypt`,
    ),
  ]
}

function firewall(peer: Peer, answers: Answers): string[] {
  const comment = `comment=cen-${answers.number}`
  const mss = Math.min(...peer.tunnels.map((tunnel) => sizeOf(tunnel, answers).mss))
  return [
    `/ip/firewall/nat add chain=srcnat action=accept ipsec-policy=out,ipsec place-before=0 ${comment}`,
    ...['in', 'out'].map(
      (way) =>
        `/ip/firewall/mangle add chain=forward action=change-mss protocol=tcp tcp-flags=syn ipsec-policy=${way},ipsec new-mss=${mss} ${comment}`,
    ),
    ...peer.tunnels.flatMap(({ gateway }) => [
      `/ip/firewall/filter add chain=input action=accept protocol=udp dst-port=500,4500 src-address=${gateway} place-before=0 ${comment}`,
      `/ip/firewall/filter add chain=input action=accept protocol=ipsec-esp src-address=${gateway} place-before=0 ${comment}`,
    ]),
    `/ip/firewall/filter add chain=input action=accept ipsec-policy=in,ipsec place-before=0 ${comment}`,
    `/ip/firewall/filter add chain=forward action=accept ipsec-policy=in,ipsec place-before=0 ${comment}`,
    `/ip/firewall/filter add chain=forward action=accept ipsec-policy=out,ipsec place-before=0 ${comment}`,
  ]
}
