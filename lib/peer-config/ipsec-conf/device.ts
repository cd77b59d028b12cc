import { bgpTunnels } from '@/lib/peer-config/bgp'
import type { Answers, Device, Part } from '@/lib/peer-config/device'
import { commonQuestions } from '@/lib/peer-config/device'
import { frrChecks, frrConfig } from '@/lib/peer-config/frr/device'
import { limitsOf, mixesKeys } from '@/lib/peer-config/limits'
import type { Peer, PeerTunnel } from '@/lib/peer-config/peer'
import { linuxPart } from '@/lib/peer-config/strongswan/linux'
import { hardLife, proposal, WORDS } from '@/lib/peer-config/strongswan/swanctl'
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

/** strongSwan with the old starter: no interface ids, so marks and VTI; off by default since strongSwan 6.0. */
export const ipsecConf: Device = {
  questions: commonQuestions('eth0'),
  limits: (peer, answers) => [
    ...limitsOf(peer, answers, {
      device: 'strongSwan',
      words: () => WORDS,
      lifetimes: { ike: [60, hardLife], ipsec: [60, hardLife] },
      seeksNat: () => true,
    }),
    ...mixesKeys(peer, 'strongSwan'),
  ],
  write: (peer, answers): Part[] => [
    { kind: 'config', file: '/etc/ipsec.conf', text: ipsecConfText(peer, answers) },
    {
      kind: 'config',
      file: '/etc/ipsec.secrets',
      text: lines(heading(peer, '#'), peer.tunnels.map(secretLine)),
    },
    {
      kind: 'config',
      file: `/etc/strongswan.d/cen-${answers.number}.conf`,
      text: lines(
        '# Routes lead into the VTI interfaces; those that charon would install lead around them.',
        'charon {',
        '  install_routes = 0',
        '}',
      ),
    },
    {
      kind: 'config',
      file: `/usr/local/sbin/cen-${answers.number}-up`,
      text: linuxPart(peer, answers, 'vti'),
    },
    ...(bgpTunnels(peer).length > 0
      ? [{ kind: 'config' as const, file: '/etc/frr/frr.conf', text: frrConfig(peer, answers) }]
      : []),
    ...checks(peer, answers),
  ],
}

const ipsecConfText = (peer: Peer, answers: Answers): string =>
  lines(
    heading(peer, '#'),
    peer.tunnels.map((tunnel) => connection(peer, tunnel, answers)),
  )

function connection(peer: Peer, tunnel: PeerTunnel, answers: Answers): string[] {
  const { ike, ipsec, enableDpd } = tunnel
  const name = nameOf(tunnel, answers)
  const isV1 = tunnel.ikeVersion === 'ikev1'
  const [first, ...more] = selectorLines(peer, isV1)
  return lines(
    '',
    `# ${tunnelTitle(peer, tunnel)}`,
    `conn ${name}`,
    `  keyexchange=${tunnel.ikeVersion}`,
    tunnel.aggressive && '  aggressive=yes',
    `  ike=${proposal(ike)}!`,
    `  esp=${proposal(ipsec)}!`,
    `  ikelifetime=${ike.lifetime}s`,
    `  lifetime=${ipsec.lifetime}s`,
    // Renewed between 0.9 and 0.95 of the shorter lifetime.
    `  margintime=${Math.floor(Math.min(ike.lifetime, ipsec.lifetime) / 20)}s`,
    '  rekeyfuzz=100%',
    '  type=tunnel',
    '  authby=secret',
    `  left=${ownAddress(tunnel, answers)}`,
    `  leftid=${tunnel.localId.value}`,
    `  right=${tunnel.gateway}`,
    `  rightid=${tunnel.remoteId.value}`,
    first,
    `  mark=${idOf(tunnel, answers)}`,
    enableDpd
      ? ['  dpdaction=restart', '  dpddelay=10s', isV1 && '  dpdtimeout=30s']
      : '  dpdaction=none',
    '  closeaction=restart',
    '  keyingtries=%forever',
    '  mobike=no',
    '  auto=start',
    more.map((selectors, index) => ['', `conn ${name}-${index + 2}`, `  also=${name}`, selectors]),
  ).split('\n')
}

/** IKEv1 carries one pair in each child, IKEv2 all of them. */
function selectorLines(peer: Peer, isV1: boolean): string[][] {
  const pairs = pairsOf(peer)
  const both = (left: string, right: string) => [`  leftsubnet=${left}`, `  rightsubnet=${right}`]
  if (isV1 || !peer.flows) return pairs.map(([left, right]) => both(left, right))
  return [both(peer.flows.local.join(','), peer.flows.remote.join(','))]
}

const secretLine = ({ localId, remoteId, psk }: PeerTunnel): string =>
  `${localId.value} ${remoteId.value} : PSK ${secret(psk)}`

/** Quotes of either kind keep everything as it stands and know no escapes; a key with both kinds is given by its bytes. */
function secret(psk: string): string {
  if (!psk.includes('"')) return `"${psk}"`
  return psk.includes("'") ? `0x${hexOf(psk)}` : `'${psk}'`
}

function checks(peer: Peer, answers: Answers): Part[] {
  const names = peer.tunnels.map((tunnel) => nameOf(tunnel, answers))
  const frr = bgpTunnels(peer).length > 0 ? frrChecks(peer, answers) : []
  const textOf = (kind: Part['kind']) =>
    frr.filter((part) => part.kind === kind).map(({ text }) => text)
  return [
    {
      kind: 'verify',
      text: lines('ipsec rereadsecrets', 'ipsec update', 'ipsec statusall', textOf('verify')),
    },
    {
      kind: 'rekey',
      text: lines(
        '# This interface has no rekey of its own: the tunnel goes down and comes back.',
        names.flatMap((name) => [`ipsec down ${name}`, `ipsec up ${name}`]),
      ),
    },
    {
      kind: 'undo',
      text: lines(
        names.map((name) => `ipsec down ${name}`),
        '# Take the sections out of /etc/ipsec.conf and the lines out of /etc/ipsec.secrets.',
        `rm /etc/strongswan.d/cen-${answers.number}.conf /usr/local/sbin/cen-${answers.number}-up`,
        'ipsec rereadsecrets',
        'ipsec update',
        peer.tunnels.map((tunnel) => `ip link del vti${idOf(tunnel, answers)}`),
        `nft delete table inet cen-${answers.number}`,
        textOf('undo'),
      ),
    },
  ]
}
