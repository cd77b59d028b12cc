import { bgpTunnels } from '@/lib/peer-config/bgp'
import type { Answers, Device, Part } from '@/lib/peer-config/device'
import { commonQuestions } from '@/lib/peer-config/device'
import { frrChecks, frrConfig } from '@/lib/peer-config/frr/device'
import { limitsOf, mixesKeys } from '@/lib/peer-config/limits'
import { isPlaceholder, type Peer } from '@/lib/peer-config/peer'
import { lines, nameOf } from '@/lib/peer-config/text'

import { linuxPart } from './linux'
import { connectionsText, hardLife, WORDS } from './swanctl'

/** strongSwan 5.8 or later with swanctl, an XFRM interface for each tunnel, and FRR for BGP. */
export const strongswan: Device = {
  questions: commonQuestions('eth0'),
  limits: (peer, answers) => [
    ...limitsOf(peer, answers, {
      device: 'strongSwan',
      words: () => WORDS,
      lifetimes: { ike: [60, hardLife], ipsec: [60, hardLife] },
      // vici_stringify: printable ASCII.
      takesIdentity: (value) => /^[!-~]+$/.test(value),
      seeksNat: () => true,
    }),
    ...mixesKeys(peer, 'strongSwan'),
  ],
  write: (peer, answers): Part[] => [
    {
      kind: 'config',
      file: `/etc/swanctl/conf.d/cen-${answers.number}.conf`,
      text: connectionsText(peer, answers),
    },
    {
      kind: 'config',
      file: `/usr/local/sbin/cen-${answers.number}-up`,
      text: linuxPart(peer, answers, 'xfrm'),
    },
    ...(bgpTunnels(peer).length > 0
      ? [{ kind: 'config' as const, file: '/etc/frr/frr.conf', text: frrConfig(peer, answers) }]
      : []),
    ...checks(peer, answers),
  ],
}

function checks(peer: Peer, answers: Answers): Part[] {
  const names = peer.tunnels.map((tunnel) => nameOf(tunnel, answers))
  const ping = peer.tunnels.flatMap(({ bgp }) =>
    bgp && !isPlaceholder(bgp.neighbor) ? [`ping -c 3 ${bgp.neighbor}`] : [],
  )
  const frr = bgpTunnels(peer).length > 0 ? frrChecks(peer, answers) : []
  const textOf = (kind: Part['kind']) =>
    frr.filter((part) => part.kind === kind).map(({ text }) => text)
  return [
    {
      kind: 'verify',
      text: lines(
        '# Load it, and read what is printed: a broken file is reported but ends without an error code.',
        'swanctl --load-all',
        'swanctl --list-conns',
        'swanctl --list-sas',
        ping,
        textOf('verify'),
      ),
    },
    {
      kind: 'rekey',
      text: lines(
        '# The SPIs in --list-sas have to change: a rekey that the cloud refuses ends without an error code, too.',
        names.map((name) => `swanctl --rekey --child ${name}`),
        names.map((name) => `swanctl --rekey --ike ${name}`),
        'swanctl --list-sas',
      ),
    },
    {
      kind: 'undo',
      text: lines(
        names.map((name) => `swanctl --terminate --ike ${name}`),
        `rm /etc/swanctl/conf.d/cen-${answers.number}.conf /usr/local/sbin/cen-${answers.number}-up`,
        'swanctl --load-all',
        peer.tunnels.map(
          (tunnel) => `ip link del xfrm${Number(answers.number) + tunnel.number - 1}`,
        ),
        `nft delete table inet cen-${answers.number}`,
        textOf('undo'),
      ),
    },
  ]
}
