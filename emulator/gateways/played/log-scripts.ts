import { peerBgpIp } from '../../connections/settings'
import type { Device, Tunnel, TunnelPhase } from '../../state/vpn-records'
import {
  died,
  gone,
  pfsWords,
  refusing,
  silence,
  unanswered,
  wrongBlocks,
  wrongId,
  wrongKey,
} from './attempts'
import { hasOtherPfs } from './device'
import { espProposal, ikeProposal } from './proposals'
import {
  at,
  established,
  failing,
  opening,
  type Peers,
  received,
  type Script,
  type ScriptLine,
} from './script'
import { troubleOf } from './trouble'

/** What goes on in a phase: keep-alives while the tunnel is up, attempts that fail while it is not. */
export function scriptsOf(
  { tunnel, connection, device }: TunnelPhase,
  peers: Peers,
  previous: TunnelPhase | undefined,
): Script[] {
  const trouble = troubleOf(tunnel)
  const v1 = tunnel.ike.IkeVersion === 'ikev1'
  const attempt = opening(peers, v1)
  switch (trouble) {
    case undefined:
      return upScripts({ tunnel, connection }, v1, device)
    case 'silent':
      return [{ period: 180, lines: [...attempt, ...silence(peers, v1)] }]
    case 'dpd':
      return previous?.device?.answers === false
        ? died(peers, v1)
        : [{ period: 180, lines: gone(peers, v1) }]
    case 'ike-proposal':
      return [
        {
          period: 30,
          lines: [
            ...attempt,
            ...at(0, `05[CFG] configured proposals: ${ikeProposal(tunnel.ike)}`),
            ...at(1, received(peers, v1 ? 'INFORMATIONAL_V1 request' : 'IKE_SA_INIT response', 36)),
            failing(
              1,
              `09[IKE] received NO_PROPOSAL_CHOSEN ${v1 ? 'error notify' : 'notify error'}`,
            ),
          ],
        },
        ...(device ? [refusing(tunnel, peers, v1, device)] : []),
      ]
    case 'psk':
      return [{ period: 30, lines: [...attempt, ...wrongKey(tunnel, peers, v1)] }]
    case 'peer-id':
      return [{ period: 30, lines: wrongId(tunnel, peers, v1, device) }]
    case 'ipsec-proposal':
    case 'pfs':
      return [
        {
          period: 60,
          lines: [
            ...attempt,
            ...established(tunnel, peers, v1),
            ...at(2, `10[CFG] configured proposals: ${espProposal(tunnel.ipsec)}`),
            ...at(2, ...(trouble === 'pfs' ? pfsWords(v1) : [])),
            failing(
              2,
              v1
                ? '13[IKE] received NO_PROPOSAL_CHOSEN error notify'
                : '13[IKE] received NO_PROPOSAL_CHOSEN notify, no CHILD_SA built',
            ),
            ...at(2, '13[IKE] failed to establish CHILD_SA, keeping IKE_SA'),
          ],
        },
      ]
    case 'selectors':
      return [
        {
          period: 60,
          lines: [...attempt, ...established(tunnel, peers, v1), ...wrongBlocks(peers, v1, device)],
        },
      ]
  }
}

/** The lines of a tunnel that comes up, once, when its connection has been attached. */
export function arrival(tunnel: Tunnel, peers: Peers): ScriptLine[] {
  const v1 = tunnel.ike.IkeVersion === 'ikev1'
  return [
    ...opening(peers, v1),
    ...established(tunnel, peers, v1),
    ...at(
      2,
      `13[CFG] selected proposal: ${espProposal(tunnel.ipsec)}`,
      `13[IKE] CHILD_SA vco{1} established with SPIs c07a1e44_i c903d4b2_o and TS ${peers.localSubnet} === ${peers.remoteSubnet}`,
    ),
  ]
}

function upScripts(
  { tunnel, connection }: Pick<TunnelPhase, 'tunnel' | 'connection'>,
  v1: boolean,
  device: Device | undefined,
): Script[] {
  const { ipsec, bgp } = tunnel
  const peer = peerBgpIp(bgp)
  const wrongAsn =
    connection.EnableBgp && device?.asn !== undefined && tunnel.BgpStatus === 'failed'
  return [
    keepAlive(tunnel, v1, device),
    ...(hasOtherPfs(tunnel, device) && !v1
      ? [{ begin: Math.floor(ipsec.IpsecLifetime * 0.9), period: 15, lines: failedRekey(v1) }]
      : []),
    ...(wrongAsn
      ? [
          {
            period: 60,
            lines: at(
              3,
              `14[BGP] %NOTIFICATION: sent to neighbor ${peer} 2/2 (OPEN Message Error/Bad Peer AS) 2 bytes, peer AS ${device.asn}`,
            ),
          },
        ]
      : []),
  ]
}

function keepAlive(tunnel: Tunnel, v1: boolean, device: Device | undefined): Script {
  const { EnableDpd, ipsec } = tunnel
  const rekey = at(
    0,
    '12[KNL] creating rekey job for CHILD_SA ESP',
    `12[CFG] selected proposal: ${espProposal(ipsec)}`,
    '12[IKE] CHILD_SA vco{1} rekeyed',
  )
  // The round of time zero is the arrival itself.
  if (!EnableDpd) return { period: 3240, lines: rekey, firstRound: 1 }
  const [ask, hear] = v1
    ? ['INFORMATIONAL_V1 request [ HASH N(DPD) ]', 'INFORMATIONAL_V1 request [ HASH N(DPD_ACK) ]']
    : ['INFORMATIONAL request [ ]', 'INFORMATIONAL response [ ]']
  const request = ['06[IKE] sending DPD request', `06[ENC] generating ${ask}`]
  // Nobody answers: retransmissions until the phase ends.
  if (device?.answers === false)
    return { period: 86_400, lines: [...at(0, ...request), ...unanswered()] }
  return { period: 30, lines: at(0, ...request, `10[ENC] parsed ${hear}`), firstRound: 1 }
}

function failedRekey(v1: boolean): ScriptLine[] {
  return [
    ...at(0, '12[KNL] creating rekey job for CHILD_SA ESP', ...pfsWords(v1)),
    failing(0, '13[IKE] received NO_PROPOSAL_CHOSEN notify, no CHILD_SA built'),
    ...at(0, '13[IKE] CHILD_SA rekeying failed, trying again in 15 seconds'),
  ]
}
