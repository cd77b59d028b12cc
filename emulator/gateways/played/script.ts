import type { Tunnel } from '../../state/vpn-records'
import { ikeProposal } from './proposals'

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
  /** Seconds into the phase at which it begins; 0 unless said. */
  readonly begin?: number
  /** The round it begins with; 0 unless said. */
  readonly firstRound?: number
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

/** Lines of the same moment. */
export const at = (after: number, ...texts: readonly string[]): ScriptLine[] =>
  texts.map((text) => ({ after, text }))
/** A line that names a failure. */
export const failing = (after: number, text: string): ScriptLine => ({ after, text, failure: true })

/** The cloud begins to negotiate. */
export function opening({ local, remote }: Peers, v1: boolean): ScriptLine[] {
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

/** A packet of the device. */
export function received({ local, remote }: Peers, what: string, bytes: number): string {
  return `09[NET] received packet: from ${remote}[500] to ${local}[500] (${bytes} bytes), ${what}`
}

/** Phase 1 has succeeded. */
export function established({ ike }: Tunnel, peers: Peers, v1: boolean): ScriptLine[] {
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
