import type { Answers } from '@/lib/peer-config/device'
import type { Words } from '@/lib/peer-config/limits'
import type { Peer, PeerTunnel, Phase } from '@/lib/peer-config/peer'
import { renewal } from '@/lib/peer-config/size'
import {
  heading,
  hexOf,
  idOf,
  lines,
  nameOf,
  ownAddress,
  pairsOf,
  tunnelTitle,
} from '@/lib/peer-config/text'

const ENCRYPTION = { des: 'des', '3des': '3des', aes: 'aes128', aes192: 'aes192', aes256: 'aes256' }
const AUTHENTICATION = {
  md5: 'md5',
  sha1: 'sha1',
  sha256: 'sha256',
  sha384: 'sha384',
  sha512: 'sha512',
}
const GROUP = { group1: 'modp768', group2: 'modp1024', group5: 'modp1536', group14: 'modp2048' }
const PHASE = { encryption: ENCRYPTION, authentication: AUTHENTICATION, group: GROUP }

/** strongSwan's keywords; both ways of configuring it share them. */
export const WORDS: Words = { ike: PHASE, ipsec: PHASE }

/** Seconds: no limit of strongSwan, but of the form. */
export const hardLife = 86_400

/** `aes256-sha256-modp2048`; without PFS the group is left off. */
export const proposal = (phase: Phase, words: Words['ike'] = PHASE): string =>
  [
    words.encryption[phase.encryption],
    words.authentication[phase.authentication],
    words.group[phase.group],
  ]
    .filter(Boolean)
    .join('-')

/** The file for `/etc/swanctl/conf.d`. */
export const connectionsText = (peer: Peer, answers: Answers): string =>
  lines(
    heading(peer, '#'),
    'connections {',
    peer.tunnels.map((tunnel) => connection(peer, tunnel, answers)),
    '}',
    'secrets {',
    peer.tunnels.map((tunnel) => [
      `  ike-${nameOf(tunnel, answers)} {`,
      `    id-1 = ${quoted(tunnel.localId.value)}`,
      `    id-2 = ${quoted(tunnel.remoteId.value)}`,
      `    secret = ${secret(tunnel.psk)}`,
      '  }',
    ]),
    '}',
  )

function connection(peer: Peer, tunnel: PeerTunnel, answers: Answers): string[] {
  const { ike, enableDpd } = tunnel
  const id = idOf(tunnel, answers)
  return lines(
    `  # ${tunnelTitle(peer, tunnel)}`,
    `  ${nameOf(tunnel, answers)} {`,
    `    version = ${tunnel.ikeVersion === 'ikev1' ? 1 : 2}`,
    tunnel.aggressive && '    aggressive = yes',
    `    local_addrs = ${ownAddress(tunnel, answers)}`,
    `    remote_addrs = ${tunnel.gateway}`,
    `    proposals = ${proposal(ike)}`,
    // Announced with IKEv1 is the sum of both, so the cloud's lifetime.
    `    rekey_time = ${renewal(ike.lifetime)}s`,
    `    over_time = ${ike.lifetime - renewal(ike.lifetime)}s`,
    // Without it an outage that is longer than the retransmissions ends the tunnel for good.
    '    keyingtries = 0',
    `    dpd_delay = ${enableDpd ? 10 : 0}s`,
    enableDpd && tunnel.ikeVersion === 'ikev1' && '    dpd_timeout = 30s',
    '    mobike = no',
    '    unique = replace',
    `    if_id_in = ${id}`,
    `    if_id_out = ${id}`,
    '    local {',
    '      auth = psk',
    `      id = ${quoted(tunnel.localId.value)}`,
    '    }',
    '    remote {',
    '      auth = psk',
    `      id = ${quoted(tunnel.remoteId.value)}`,
    '    }',
    '    children {',
    children(peer, tunnel, answers),
    '    }',
    '  }',
  ).split('\n')
}

/** One child with all selectors; IKEv1 carries one pair in each, so there it is one child for each pair. */
function children(peer: Peer, tunnel: PeerTunnel, answers: Answers): string[] {
  const name = nameOf(tunnel, answers)
  const pairs = pairsOf(peer)
  const [first] = pairs
  if (tunnel.ikeVersion === 'ikev1' && pairs.length > 1)
    return pairs.flatMap(([local, remote], index) =>
      child(tunnel, index === 0 ? name : `${name}-${index + 1}`, local, remote),
    )
  const local = peer.flows?.local.join(', ') ?? first?.[0] ?? ''
  const remote = peer.flows?.remote.join(', ') ?? first?.[1] ?? ''
  return child(tunnel, name, local, remote)
}

function child({ ipsec, enableDpd }: PeerTunnel, name: string, local: string, remote: string) {
  return lines(
    `      ${name} {`,
    `        local_ts = ${local}`,
    `        remote_ts = ${remote}`,
    `        esp_proposals = ${proposal(ipsec)}`,
    // Both: with life_time alone strongSwan 5.9.8 rekeys each hour.
    `        rekey_time = ${renewal(ipsec.lifetime)}s`,
    `        life_time = ${ipsec.lifetime}s`,
    '        start_action = start',
    '        close_action = start',
    enableDpd && '        dpd_action = restart',
    '      }',
  ).split('\n')
}

const quoted = (text: string): string =>
  `"${text.replaceAll('\\', '\\\\').replaceAll('"', String.raw`\"`)}"`

/** swanctl decodes 0x and 0s in quotes as well, so such a key is given by its bytes. */
const secret = (psk: string): string => (/^0[xs]/i.test(psk) ? `0x${hexOf(psk)}` : quoted(psk))
