import { ikeView } from '../../connections/view'
import type { State } from '../../state/state'
import type { Transaction } from '../../state/transaction'
import type { Device, IkeConfig, IpsecConfig, Tunnel, VpnConnection } from '../../state/vpn-records'
import type { Finding } from '../gateways'
import { logOf } from './log'
import { espProposal, groupName, ikeProposal, peerIke, peerIpsec } from './proposals'
import { findings, proposalFindings, troubleOf } from './trouble'

// Longer than any round of the log, so that its last failure is in it.
const lookBack = 10 * 60_000

/** Why a tunnel is down: its last failure. Undefined when it is up or not attached. */
export function diagnosisOf(
  { state, now }: Transaction,
  connection: VpnConnection,
  tunnel: Tunnel,
): Finding | undefined {
  const trouble = tunnel.InternetIp === '' ? undefined : troubleOf(tunnel)
  if (!trouble) return undefined
  const last = logOf(state, connection, tunnel, { from: now - lookBack, to: now, now }).findLast(
    ({ failure }) => failure,
  )
  return {
    ...findings[trouble],
    ...mismatch(state, connection, tunnel),
    FailedTime: last?.at ?? now,
    SourceLog: last?.text ?? '',
  }
}

type Mismatch = Partial<Omit<Finding, 'Severity' | 'FailedTime' | 'SourceLog'>>

// Both ends' values, where the cloud gets to see the other's: never a key.
function mismatch(state: State, connection: VpnConnection, tunnel: Tunnel): Mismatch {
  const device = state.devices.get(tunnel.CustomerGatewayId)
  switch (troubleOf(tunnel)) {
    case 'ike-proposal':
      return ikeMismatch(tunnel.ike, peerIke(tunnel.ike, device))
    case 'ipsec-proposal':
      return ipsecMismatch(tunnel.ipsec, peerIpsec(tunnel.ipsec, device))
    case 'pfs':
      return both(
        groupName(tunnel.ipsec.IpsecPfs),
        groupName(device?.ipsec?.IpsecPfs ?? 'disabled'),
      )
    case 'peer-id':
      return both(ikeView(state, connection, tunnel).RemoteId, device?.ownId ?? '')
    case 'selectors':
      return selectorMismatch(connection, device)
    case 'psk':
    case 'silent':
    case 'dpd':
    case undefined:
      return {}
  }
}

function both(MismatchLocalParam: string, MismatchRemoteParam: string): Mismatch {
  return { MismatchLocalParam, MismatchRemoteParam }
}

// A code of its own where only one algorithm differs.
function ikeMismatch(own: IkeConfig, other: IkeConfig): Mismatch {
  const sameCipher = own.IkeEncAlg === other.IkeEncAlg
  const sameDigest = own.IkeAuthAlg === other.IkeAuthAlg
  const sameGroup = own.IkePfs === other.IkePfs
  if (sameCipher && sameDigest)
    return { ...named('DhGroupMismatch'), ...both(groupName(own.IkePfs), groupName(other.IkePfs)) }
  if (sameCipher && sameGroup)
    return {
      ...named('AuthenticationAlgorithmMismatch'),
      ...both(own.IkeAuthAlg.toUpperCase(), other.IkeAuthAlg.toUpperCase()),
    }
  return both(ikeProposal(own), ikeProposal(other))
}

function ipsecMismatch(own: IpsecConfig, other: IpsecConfig): Mismatch {
  const proposals = both(espProposal(own), espProposal(other))
  return own.IpsecEncAlg === other.IpsecEncAlg
    ? { ...named('ProposalMismatch'), ...proposals }
    : proposals
}

function named(FailedReasonCode: keyof typeof proposalFindings): Mismatch {
  return { FailedReasonCode, FailedReason: proposalFindings[FailedReasonCode] }
}

// As the cloud writes both: its own blocks first.
function selectorMismatch(connection: VpnConnection, device: Device | undefined): Mismatch {
  const { LocalSubnet, RemoteSubnet } = connection
  const { remoteSubnet = LocalSubnet, localSubnet = RemoteSubnet } = device ?? {}
  return both(`${LocalSubnet} === ${RemoteSubnet}`, `${remoteSubnet} === ${localSubnet}`)
}
