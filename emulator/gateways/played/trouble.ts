import type { Trouble, Tunnel } from '../../state/vpn-records'
import type { Finding } from '../gateways'

const ofPhase2: readonly Trouble[] = ['ipsec-proposal', 'selectors', 'pfs']

/** What keeps a tunnel down, undefined when it is up. Where the record does not say, its negotiation status does. */
export function troubleOf({ Status, trouble }: Tunnel): Trouble | undefined {
  switch (Status) {
    case 'ipsec_sa_established':
      return undefined
    case 'ipsec_sa_not_established':
    case 'ike_sa_established':
      return trouble && ofPhase2.includes(trouble) ? trouble : 'ipsec-proposal'
    default:
      return trouble && !ofPhase2.includes(trouble) ? trouble : 'silent'
  }
}

type Words = Pick<Finding, 'FailedReasonCode' | 'FailedReason' | 'Severity'>

/** Words for codes of a finer kind than a trouble. Alibaba: IPsec-VPN troubleshooting, error codes of the API. */
export const proposalFindings = {
  AuthenticationAlgorithmMismatch: 'The authentication algorithm of IKE does not match',
  DhGroupMismatch: 'The phase 1 DH group does not match',
  ProposalMismatch: 'The proposal does not match',
} as const

// The codes are on the same page; the words of the first two are the SDK's sample and its like. Severities are ours.
export const findings: Readonly<Record<Trouble, Words>> = {
  silent: {
    FailedReasonCode: 'Phase1NegotiationTimeout',
    FailedReason: 'Phase1 negotiation timeout',
    Severity: 'Warn',
  },
  'ike-proposal': {
    FailedReasonCode: 'AlgorithmMismatch',
    FailedReason: 'Encryption algorithm, authentication algorithm or DH group mismatch',
    Severity: 'Critical',
  },
  'ipsec-proposal': {
    FailedReasonCode: 'EncryptionAlgorithmMismatch',
    FailedReason: 'IPsec encryption algorithm mismatch',
    Severity: 'Critical',
  },
  psk: {
    FailedReasonCode: 'PskMismatch',
    FailedReason: 'Pre-shared key mismatch',
    Severity: 'Critical',
  },
  dpd: {
    FailedReasonCode: 'DpdTimeout',
    FailedReason: 'Peer does not respond to DPD packets',
    Severity: 'Warn',
  },
  'peer-id': {
    FailedReasonCode: 'PeerIdMismatch',
    FailedReason: 'LocalId or RemoteId mismatch',
    Severity: 'Critical',
  },
  selectors: {
    FailedReasonCode: 'TrafficSelectorMismatch',
    FailedReason: 'Protected data flows mismatch',
    Severity: 'Critical',
  },
  pfs: {
    FailedReasonCode: 'PfsMismatch',
    FailedReason: 'Phase 2 DH group mismatch',
    Severity: 'Critical',
  },
}
