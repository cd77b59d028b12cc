import type { Trouble, Tunnel } from '../../state/vpn-records'
import type { Finding } from '../gateways'

/** What keeps a tunnel down, undefined when it is up. Where the record does not say, its negotiation status does. */
export function troubleOf({ Status, trouble }: Tunnel): Trouble | undefined {
  switch (Status) {
    case 'ipsec_sa_established':
      return undefined
    case 'ipsec_sa_not_established':
    case 'ike_sa_established':
      return 'ipsec-proposal'
    default:
      return trouble ?? 'silent'
  }
}

// Alibaba: IPsec-VPN troubleshooting, error codes of the API; Phase1NegotiationTimeout is the SDK's sample. PskMismatch and
// DpdTimeout are guesses in the same style.
export const findings: Readonly<
  Record<Trouble, Pick<Finding, 'FailedReasonCode' | 'FailedReason' | 'Severity'>>
> = {
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
}
