import type { Tunnel } from '../../state/vpn-records'
import { espProposal, ikeProposal } from './proposals'
import { troubleOf } from './trouble'

/** A line of the negotiation log: seconds after the start of its round, text, and whether it names the failure. */
export interface ScriptLine {
  readonly after: number
  readonly text: string
  readonly failure?: true
}

/** What repeats in the log of a tunnel, and how many seconds a round takes. */
export interface Script {
  readonly period: number
  readonly lines: readonly ScriptLine[]
}

export interface Peers {
  /** Gateway address here, customer gateway's there, and the identities in use. */
  readonly local: string
  readonly remote: string
  readonly localId: string
  readonly remoteId: string
  readonly localSubnet: string
  readonly remoteSubnet: string
}

const at = (after: number, ...texts: readonly string[]): ScriptLine[] =>
  texts.map((text) => ({ after, text }))
const failing = (after: number, text: string): ScriptLine => ({ after, text, failure: true })

/** The round a tunnel is in: keep-alives while it is up, an attempt that fails while it is not. */
export function scriptOf(tunnel: Tunnel, peers: Peers): Script {
  const trouble = troubleOf(tunnel)
  const v1 = tunnel.ike.IkeVersion === 'ikev1'
  switch (trouble) {
    case undefined:
      return up(tunnel, v1)
    case 'silent':
      return { period: 180, lines: [...opening(peers, v1), ...silence(peers, v1)] }
    case 'dpd':
      return { period: 180, lines: gone(peers, v1) }
    case 'ike-proposal':
      return {
        period: 30,
        lines: [
          ...opening(peers, v1),
          ...at(0, `05[CFG] configured proposals: ${ikeProposal(tunnel.ike)}`),
          ...at(1, received(peers, v1 ? 'INFORMATIONAL_V1 request' : 'IKE_SA_INIT response', 36)),
          failing(1, `09[IKE] received NO_PROPOSAL_CHOSEN ${v1 ? 'error notify' : 'notify error'}`),
        ],
      }
    case 'psk':
      return { period: 30, lines: [...opening(peers, v1), ...wrongKey(tunnel, peers, v1)] }
    case 'ipsec-proposal':
      return {
        period: 60,
        lines: [
          ...opening(peers, v1),
          ...established(tunnel, peers, v1),
          ...at(2, `10[CFG] configured proposals: ${espProposal(tunnel.ipsec)}`),
          failing(
            2,
            v1
              ? '13[IKE] received NO_PROPOSAL_CHOSEN error notify'
              : '13[IKE] received NO_PROPOSAL_CHOSEN notify, no CHILD_SA built',
          ),
          ...at(2, '13[IKE] failed to establish CHILD_SA, keeping IKE_SA'),
        ],
      }
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

function opening({ local, remote }: Peers, v1: boolean): ScriptLine[] {
  return at(
    0,
    v1
      ? `05[IKE] initiating Main Mode IKE_SA vco[1] to ${remote}`
      : `05[IKE] initiating IKE_SA vco[1] to ${remote}`,
    v1
      ? '05[ENC] generating ID_PROT request 0 [ SA V V V V V ]'
      : '05[ENC] generating IKE_SA_INIT request 0 [ SA KE No N(NATD_S_IP) N(NATD_D_IP) ]',
    `05[NET] sending packet: from ${local}[500] to ${remote}[500] (336 bytes)`,
  )
}

function received({ local, remote }: Peers, what: string, bytes: number): string {
  return `09[NET] received packet: from ${remote}[500] to ${local}[500] (${bytes} bytes), ${what}`
}

function established({ ike }: Tunnel, peers: Peers, v1: boolean): ScriptLine[] {
  const ids = `${peers.local}[${peers.localId}]...${peers.remote}[${peers.remoteId}]`
  return at(
    1,
    received(peers, v1 ? 'ID_PROT response' : 'IKE_SA_INIT response', 344),
    `09[CFG] selected proposal: ${ikeProposal(ike)}`,
    `09[IKE] authentication of '${peers.localId}' (myself) with pre-shared key`,
    `11[IKE] authentication of '${peers.remoteId}' with pre-shared key successful`,
    `11[IKE] IKE_SA vco[1] established between ${ids}`,
    `11[IKE] scheduling rekeying in ${Math.floor(ike.IkeLifetime * 0.9)}s`,
  )
}

function up({ EnableDpd, ipsec }: Tunnel, v1: boolean): Script {
  const rekey = at(
    0,
    '12[KNL] creating rekey job for CHILD_SA ESP',
    `12[CFG] selected proposal: ${espProposal(ipsec)}`,
    '12[IKE] CHILD_SA vco{1} rekeyed',
  )
  if (!EnableDpd) return { period: 3240, lines: rekey }
  const [ask, hear] = v1
    ? ['INFORMATIONAL_V1 request [ HASH N(DPD) ]', 'INFORMATIONAL_V1 request [ HASH N(DPD_ACK) ]']
    : ['INFORMATIONAL request [ ]', 'INFORMATIONAL response [ ]']
  return {
    period: 30,
    lines: at(
      0,
      '06[IKE] sending DPD request',
      `06[ENC] generating ${ask}`,
      `10[ENC] parsed ${hear}`,
    ),
  }
}

// strongSwan's retransmission: 4 s, each wait 1.8 times the one before, five times.
const retransmits = [4, 11, 24, 47, 89]

function silence({ local, remote }: Peers, v1: boolean): ScriptLine[] {
  return [
    ...retransmits.flatMap((after, index) =>
      at(
        after,
        `05[IKE] sending retransmit ${index + 1} of request message ID 0, seq 1`,
        `05[NET] sending packet: from ${local}[500] to ${remote}[500] (336 bytes)`,
      ),
    ),
    ...at(165, '08[IKE] giving up after 5 retransmits'),
    failing(
      165,
      v1
        ? `[PROTO_ERR]: phase1 negotiation failed due to time up. ${local}[500] <=> ${remote}[500]`
        : '08[IKE] establishing IKE_SA failed, peer not responding',
    ),
  ]
}

function gone(peers: Peers, v1: boolean): ScriptLine[] {
  return [
    ...at(0, '06[IKE] sending DPD request'),
    ...retransmits.flatMap((after, index) =>
      at(after, `06[IKE] retransmit ${index + 1} of request with message ID 41`),
    ),
    failing(
      165,
      v1
        ? '08[IKE] DPD check timed out, enforcing DPD action'
        : '08[IKE] giving up after 5 retransmits, peer does not respond to DPD',
    ),
    ...at(165, '08[IKE] restarting CHILD_SA vco'),
    ...opening(peers, v1).map((line) => ({ ...line, after: 166 })),
  ]
}

function wrongKey({ ike }: Tunnel, peers: Peers, v1: boolean): ScriptLine[] {
  if (v1)
    return [
      ...at(1, received(peers, 'ID_PROT response', 76)),
      ...at(1, '09[ENC] invalid HASH_V1 payload length, decryption failed?'),
      ...at(1, '09[ENC] could not decrypt payloads'),
      failing(1, '09[IKE] message parsing failed, pre-shared keys may differ'),
    ]
  return [
    ...at(
      1,
      received(peers, 'IKE_SA_INIT response', 344),
      `09[CFG] selected proposal: ${ikeProposal(ike)}`,
      `09[IKE] authentication of '${peers.localId}' (myself) with pre-shared key`,
    ),
    ...at(2, '11[ENC] parsed IKE_AUTH response 1 [ N(AUTH_FAILED) ]'),
    failing(2, '11[IKE] received AUTHENTICATION_FAILED notify error'),
  ]
}
