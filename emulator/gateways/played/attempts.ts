import type { Device, Tunnel } from '../../state/vpn-records'
import { ikeProposal, peerIke } from './proposals'
import { at, failing, opening, type Peers, received, type Script, type ScriptLine } from './script'

// strongSwan's retransmission: 4 s, each wait 1.8 times the one before, five times.
const retransmits = [4, 11, 24, 47, 89]

/** Nobody answers. */
export function silence({ local, remote }: Peers, v1: boolean): ScriptLine[] {
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

/** A device that was there no longer answers, as the control endpoint says. */
export function gone(peers: Peers, v1: boolean): ScriptLine[] {
  return [
    ...at(0, '06[IKE] sending DPD request'),
    ...unanswered(),
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

/** A DPD request that nobody answers, but for the first packet. */
export function unanswered(): ScriptLine[] {
  return retransmits.flatMap((after, index) =>
    at(after, `06[IKE] retransmit ${index + 1} of request with message ID 41`),
  )
}

/** The device's own attempt, which shows what it has. */
export function refusing(tunnel: Tunnel, peers: Peers, v1: boolean, device: Device): Script {
  return {
    period: 30,
    begin: 15,
    lines: [
      ...at(
        0,
        received(peers, v1 ? 'ID_PROT request' : 'IKE_SA_INIT request', 336),
        `09[CFG] received proposals: ${ikeProposal(peerIke(tunnel.ike, device))}`,
        `09[CFG] configured proposals: ${ikeProposal(tunnel.ike)}`,
      ),
      failing(0, `09[IKE] ${v1 ? 'no proposal found' : 'received proposals unacceptable'}`),
      ...at(0, '09[IKE] no matching proposal found, sending NO_PROPOSAL_CHOSEN'),
    ],
  }
}

/** The device gives another identity than RemoteId. */
export function wrongId(
  tunnel: Tunnel,
  peers: Peers,
  v1: boolean,
  device: Device | undefined,
): ScriptLine[] {
  const id = device?.ownId ?? 'unknown'
  const { local, remote, localId, remoteId } = peers
  return [
    ...at(
      0,
      received(peers, v1 ? 'ID_PROT request' : 'IKE_SA_INIT request', 336),
      `09[CFG] selected proposal: ${ikeProposal(tunnel.ike)}`,
    ),
    ...at(1, `11[CFG] looking for peer configs matching ${local}[${localId}]...${remote}[${id}]`),
    failing(1, `11[IKE] received ID_I (${id}) does not match peers id (${remoteId})`),
    ...at(
      1,
      v1 ? '11[IKE] no peer config found' : '11[CFG] no matching peer config found',
      `11[ENC] generating ${v1 ? 'INFORMATIONAL_V1 request [ N(AUTH_FAILED) ]' : 'IKE_AUTH response 1 [ N(AUTH_FAILED) ]'}`,
    ),
  ]
}

/** The blocks of the two ends have nothing in common. */
export function wrongBlocks(peers: Peers, v1: boolean, device: Device | undefined): ScriptLine[] {
  const { localSubnet, remoteSubnet } = peers
  const theirs = `${device?.remoteSubnet ?? localSubnet} === ${device?.localSubnet ?? remoteSubnet}`
  return v1
    ? [
        ...at(2, `13[IKE] no matching CHILD_SA config found for ${theirs}`),
        failing(2, '13[IKE] received INVALID_ID_INFORMATION error notify'),
      ]
    : [
        ...at(2, `13[IKE] traffic selectors ${theirs} unacceptable`),
        failing(2, '13[IKE] received TS_UNACCEPTABLE notify, no CHILD_SA built'),
        ...at(2, '13[IKE] failed to establish CHILD_SA, keeping IKE_SA'),
      ]
}

/** The keys differ. */
export function wrongKey({ ike }: Tunnel, peers: Peers, v1: boolean): ScriptLine[] {
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

/** Alibaba: IPsec-VPN troubleshooting, keywords of PfsMismatch. */
export function pfsWords(v1: boolean): string[] {
  return [v1 ? '13[IKE] pfs group mismatched' : '13[IKE] message lacks KE payload']
}

/** The end of a tunnel whose device no longer answers, and the attempts that follow. */
export function died(peers: Peers, v1: boolean): Script[] {
  return [
    {
      period: 10 ** 9,
      lines: [
        failing(
          0,
          v1
            ? '08[IKE] DPD check timed out, enforcing DPD action'
            : '08[IKE] giving up after 5 retransmits, peer does not respond to DPD',
        ),
        ...at(0, '08[IKE] DPD: remote seems to be dead', '08[IKE] restarting CHILD_SA vco'),
      ],
    },
    { period: 180, begin: 1, lines: [...opening(peers, v1), ...silence(peers, v1)] },
  ]
}
